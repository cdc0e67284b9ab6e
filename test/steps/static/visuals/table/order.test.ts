import fc from 'fast-check';
import type { CellValue, ColumnType, SortOrder } from '../../../../../src/shared/contract';
import { firstSorted } from '../../../../../src/visuals/sort-rows';
import { mostSorts, nextSorts, sortRows, withSort } from '../../../../../static/visuals/table/order';

function sorted(values: CellValue[], type: ColumnType, direction: SortOrder['direction']): CellValue[] {
  const rows = values.map((value) => [value]);
  return sortRows(rows, [{ key: 'a', label: 'A', type }], [{ column: 'a', direction }]).map(([value]) => value ?? null);
}

describe('sorting in the browser', () => {
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
  ])('puts %s values %j in the order %j', (type, values, ordered) => {
    expect(sorted(values, type, 'ascending')).toEqual(ordered);
    expect(sorted(values, type, 'descending')).toEqual([...ordered].reverse());
  });

  it('keeps cells without a value last in both directions', () => {
    expect(sorted([null, 2, null, 1], 'number', 'ascending')).toEqual([1, 2, null, null]);
    expect(sorted([null, 2, null, 1], 'number', 'descending')).toEqual([2, 1, null, null]);
  });

  it('leaves the rows as they came without an order, or with one by a column that is gone', () => {
    const rows = [[2], [1]];
    const columns = [{ key: 'a', label: 'A', type: 'number' as const }];
    expect(sortRows(rows, columns, undefined)).toBe(rows);
    expect(sortRows(rows, columns, [{ column: 'gone', direction: 'ascending' }])).toBe(rows);
  });

  it('agrees with the functions on any values, row by row', () => {
    const date = fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map((at) => at.toISOString());
    const values: Partial<Record<ColumnType, fc.Arbitrary<CellValue>>> = {
      text: fc.oneof(
        fc.string({ maxLength: 4 }),
        fc.constantFrom('a', 'A', 'a1', 'a10', 'a2', 'é', 'É', 'z', 'co-op', 'coop'),
      ),
      link: fc.webUrl(),
      email: fc.emailAddress(),
      number: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
      boolean: fc.boolean(),
      date: date.map((text) => text.slice(0, 10)),
      'date-time': fc.oneof(
        date,
        date.map((text) => text.replace(/\.\d+/, '')),
      ),
    };
    const column = fc
      .constantFrom(...(Object.keys(values) as ColumnType[]))
      .chain((type) =>
        fc.tuple(fc.constant(type), fc.array(fc.option(values[type] ?? fc.string(), { nil: null }), { maxLength: 40 })),
      );
    const direction = fc.constantFrom<SortOrder['direction'][]>('ascending', 'descending');
    fc.assert(
      fc.property(column, direction, ([type, cells], way) => {
        const rows = cells.map((cell, index): CellValue[] => [cell, index]);
        const columns = [{ key: 'a', label: 'A', type }];
        const here = sortRows(rows, columns, [{ column: 'a', direction: way }]).map(([, index]) => index);
        const numbers = cells.map((_, index) => index);
        expect(here).toEqual(firstSorted(numbers, [{ values: cells, type, direction: way }], numbers.length));
      }),
    );
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
    expect(sortRows(rows, columns, sorts)).toEqual([
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
    expect(sortRows(rows, columns, [{ column: 'a', direction: 'ascending' }])).toEqual([rows[1], rows[0]]);
  });
});

describe('the orders after a click', () => {
  const up = (column: string): SortOrder => ({ column, direction: 'ascending' });
  const down = (column: string): SortOrder => ({ column, direction: 'descending' });

  it('turn from ascending to descending to that of the source', () => {
    const first = nextSorts(undefined, 'a', false);
    const second = nextSorts(first, 'a', false);
    expect([first, second, nextSorts(second, 'a', false)]).toEqual([[up('a')], [down('a')], undefined]);
    expect(nextSorts(second, 'b', false)).toEqual([up('b')]);
  });

  it('keep the other columns where one is added, and its place where it is turned', () => {
    const both = nextSorts([up('a')], 'b', true);
    expect(both).toEqual([up('a'), up('b')]);
    expect(nextSorts(both, 'a', true)).toEqual([down('a'), up('b')]);
    expect(nextSorts([down('a'), up('b')], 'a', true)).toEqual([up('b')]);
    expect(nextSorts(both, 'a', false)).toEqual([up('a')]);
  });

  it.each<[SortOrder, SortOrder | undefined, SortOrder[] | undefined]>([
    [up('a'), undefined, [down('a')]],
    [up('a'), down('a'), undefined],
    [down('a'), undefined, [up('a')]],
    [down('a'), up('a'), [down('a')]],
    [down('a'), down('a'), [up('a')]],
    [down('a'), down('b'), undefined],
  ])('turn what is shown with each click where the usual order is %j and the asked one %j', (usual, asked, next) => {
    const column = asked?.column ?? 'a';
    expect(nextSorts(asked && [asked], column, false, [usual])).toEqual(next);
  });

  it('add to the usual order', () => {
    expect(nextSorts(undefined, 'b', true, [up('a')])).toEqual([up('a'), up('b')]);
    expect(nextSorts(undefined, 'b', false, [up('a')])).toEqual([up('b')]);
  });

  it('are never by more columns than allowed', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f'].reduce<SortOrder[] | undefined>(
      (sorts, column) => nextSorts(sorts, column, true),
      undefined,
    );
    expect(many).toHaveLength(mostSorts);
    expect(many?.at(-1)).toEqual(up('f'));
  });

  it('can be set one by one', () => {
    expect(withSort([up('a'), up('b')], 'a', 'descending')).toEqual([down('a'), up('b')]);
    expect(withSort([up('a')], 'a', undefined)).toBeUndefined();
    expect(withSort(undefined, 'a', 'descending')).toEqual([down('a')]);
  });
});
