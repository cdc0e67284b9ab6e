import type { CellValue, Column, ColumnType } from '../../../src/shared/frame';
import { sortRows } from '../../../src/shared/order';
import { placedSorts } from '../../../src/shared/placed-query';
import type { SortOrder } from '../../../src/shared/view';

/** The rows of a table in the order. */
function ordered(rows: CellValue[][], columns: Column[], sorts: SortOrder[]): CellValue[][] {
  const keys = placedSorts(columns, sorts).map(({ place, type, direction }) => {
    return { values: rows.map((row) => row[place] ?? null), type, direction };
  });
  return sortRows([...rows.keys()], keys).map((row) => rows[row] ?? []);
}

function sorted(values: CellValue[], type: ColumnType, direction: SortOrder['direction']): CellValue[] {
  const rows = values.map((value) => [value]);
  return ordered(rows, [{ key: 'a', label: 'A', type }], [{ column: 'a', direction }]).map(([value]) => value ?? null);
}

describe('sorting', () => {
  it.each<[ColumnType, CellValue[], CellValue[]]>([
    ['number', [10, 9, -2.5, 0], [-2.5, 0, 9, 10]],
    ['text', ['b10', 'B9', 'a', 'Ä', 'z'], ['a', 'Ä', 'B9', 'b10', 'z']],
    ['date', ['2026-02-01', '2025-12-31'], ['2025-12-31', '2026-02-01']],
    [
      'date-time',
      ['2026-01-01T10:00:00.500Z', '2026-01-01T10:00:00Z'],
      ['2026-01-01T10:00:00Z', '2026-01-01T10:00:00.500Z'],
    ],
    ['boolean', [true, false], [false, true]],
  ])('puts %s values %j in the order %j', (type, values, expected) => {
    expect(sorted(values, type, 'ascending')).toEqual(expected);
    expect(sorted(values, type, 'descending')).toEqual([...expected].reverse());
  });

  it('keeps cells without a value last in both directions', () => {
    expect(sorted([null, 2, null, 1], 'number', 'ascending')).toEqual([1, 2, null, null]);
    expect(sorted([null, 2, null, 1], 'number', 'descending')).toEqual([2, 1, null, null]);
  });

  it('leaves the rows as they came without an order, or with one by a column that is gone', () => {
    const rows = [[2], [1]];
    const columns = [{ key: 'a', label: 'A', type: 'number' as const }];
    expect(ordered(rows, columns, [])).toEqual(rows);
    expect(ordered(rows, columns, [{ column: 'gone', direction: 'ascending' }])).toEqual(rows);
  });

  it('orders by several columns, each among the equals of the one before it', () => {
    const columns = [
      { key: 'a', label: 'A', type: 'text' as const },
      { key: 'b', label: 'B', type: 'number' as const },
    ];
    const rows = [
      ['x', 1],
      ['y', 3],
      ['x', 2],
      ['y', null],
    ];
    const sorts: SortOrder[] = [
      { column: 'a', direction: 'descending' },
      { column: 'b', direction: 'ascending' },
    ];
    expect(ordered(rows, columns, sorts)).toEqual([
      ['y', 3],
      ['y', null],
      ['x', 1],
      ['x', 2],
    ]);
  });

  it('goes by the column that another one is sorted by', () => {
    const columns = [
      { key: 'a', label: 'A', type: 'text' as const, sortedBy: 'b' },
      { key: 'b', label: 'B', type: 'number' as const, hidden: true },
    ];
    const rows = [
      ['one', 2],
      ['two', 1],
    ];
    expect(ordered(rows, columns, [{ column: 'a', direction: 'ascending' }])).toEqual([rows[1], rows[0]]);
  });
});
