import fc from 'fast-check';
import type { CellValue, Column } from '../../../../../src/shared/contract';
import { filterValue as theirs } from '../../../../../src/shared/filter';
import { cellFormatter } from '../../../../../src/shared/column-types/cell-text';
import {
  columnValues,
  filterValue,
  mostFilterValues,
  searchValues,
  withFilter,
} from '../../../../../static/visuals/table/column-filter';

const format = cellFormatter({ locale: 'en-US', timeZone: 'UTC' });
const rows: CellValue[][] = [['Open'], ['Done'], [null], ['Open'], ['Done'], ['Done'], [true]];

describe('the values of a column', () => {
  it('come with the number of their rows, most frequent first, the empty one among them', () => {
    expect(columnValues(rows, 0)).toEqual([
      { value: 'Done', count: 3 },
      { value: 'Open', count: 2 },
      { value: null, count: 1 },
      { value: true, count: 1 },
    ]);
  });

  it('are cut where the functions cut them', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 100, maxLength: 400, size: 'max' });
    fc.assert(fc.property(text, (value) => expect(filterValue(value)).toBe(theirs(value))));
  });

  it('are found by what they are and by what the reader sees', () => {
    const column: Column = { key: 'd', label: 'Day', type: 'date' };
    const days = ['2026-01-05', '2025-12-09', null].map((value) => ({ value, count: 1 }));
    const found = (text: string): unknown[] => searchValues(days, column, text, format).map(({ value }) => value);
    expect(found('jan')).toEqual(['2026-01-05']);
    expect(found('2025-12')).toEqual(['2025-12-09']);
    expect(found(' ')).toEqual(['2026-01-05', '2025-12-09', null]);
  });
});

describe('the filter of a column', () => {
  it('takes the place of the one before, and goes when no value is left', () => {
    const first = withFilter(undefined, 'a', ['x']);
    const second = withFilter(first, 'b', [null]);
    expect(withFilter(second, 'a', ['y'])).toEqual([
      { column: 'b', values: [null] },
      { column: 'a', values: ['y'] },
    ]);
    expect(withFilter(second, 'b', [])).toEqual(first);
    expect(withFilter(first, 'a', [])).toBeUndefined();
  });

  it('has no more values than allowed', () => {
    const values = Array.from({ length: 300 }, (_, index) => index);
    expect(withFilter(undefined, 'a', values)?.[0]?.values).toHaveLength(mostFilterValues);
  });
});
