import type { Column } from '../../../../../src/shared/contract';
import { boundedWidth, columnStyle, tableStyle } from '../../../../../static/visuals/table/column-widths';
import { shownColumns } from '../../../../../static/visuals/table/shown-columns';

const name: Column = { key: 'name', label: 'Name', type: 'text' };
const age: Column = { key: 'age', label: 'Age', type: 'number', width: 90 };
const columns = shownColumns([name, age]);

describe('the widths of columns', () => {
  it('are found by the browser until somebody sets one, but for those that the panel has', () => {
    expect(tableStyle(columns)).toBeUndefined();
    expect(columnStyle(name)).toBeUndefined();
    expect(columnStyle(age)).toEqual({ width: '90px' });
  });

  it('are as they were set from then on, and the table is as wide as all of them', () => {
    const widths = { name: 210, age: 60, hidden: 500 };
    expect(columnStyle(age, widths)).toEqual({ width: '60px' });
    expect(tableStyle(columns, widths)).toEqual({ width: '270px' });
  });

  it('do not make a table vanish that was never laid out', () => {
    expect(tableStyle(columns, { name: 0, age: 0 })).toBeUndefined();
  });

  it.each([
    [10, 48],
    [123.4, 123],
    [5000, 800],
  ])('stay within bounds: %d becomes %d', (width, bounded) => {
    expect(boundedWidth(width)).toBe(bounded);
  });
});
