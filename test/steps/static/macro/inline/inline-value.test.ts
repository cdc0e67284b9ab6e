import type { Column, TableView, View } from '../../../../../src/shared/contract';
import { inlineParts } from '../../../../../static/macro/inline/inline-value';

const name: Column = { key: 'name', label: 'Name', type: 'text', hidden: true };
const size: Column = { key: 'size', label: 'Size', type: 'number' };
const rows: TableView = {
  visual: 'table',
  columns: [name, size],
  rows: [['Ada', 3]],
  offset: 0,
  matchingRows: 1,
  totalRows: 1,
  whole: true,
};

describe('what stands in a sentence', () => {
  it.each<[string, View, string | undefined, unknown]>([
    ['the wanted column of the first row', rows, 'name', [{ value: 'Ada', column: name, unit: '' }]],
    ['the first column that is shown', rows, undefined, [{ value: 3, column: size, unit: '' }]],
    ['nothing of no rows', { ...rows, rows: [] }, undefined, []],
    ['nothing of a column that is gone', rows, 'gone', []],
    [
      'a number with its unit',
      { visual: 'number', column: size, value: 3, label: 'Size', unit: 'kB', totalRows: 1 },
      undefined,
      [{ value: 3, column: size, unit: 'kB' }],
    ],
    [
      'a sentence',
      { visual: 'text', parts: [{ text: 'Size: ' }, { column: size, value: 3 }], totalRows: 1 },
      undefined,
      [{ text: 'Size: ' }, { value: 3, column: size, unit: '' }],
    ],
    [
      'a record’s value',
      { visual: 'key-value', columns: [name, size], row: ['Ada', 3], totalRows: 1 },
      'size',
      [{ value: 3, column: size, unit: '' }],
    ],
  ])('is %s', (_, view, wanted, parts) => {
    expect(inlineParts(view, wanted)).toEqual(parts);
  });
});
