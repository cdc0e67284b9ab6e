import fc from 'fast-check';
import type { CellValue, Column } from '../../../src/shared/frame';
import type { RowsView, RowWindow, SortOrder } from '../../../src/shared/view';
import { compareCells } from '../../../src/shared/order';
import { firstRowsOf, frameSource, onlyColumns, withoutColumns } from '../../../src/visuals/frame-source';
import { tableView } from '../../../src/visuals/table';
import { frameOf, numbersTo } from './frames';

const cells = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<CellValue>(null, 1, 2, 'a', 'A', 'b', '2026-01-02', true, false) },
  fc.string({ maxLength: 3 }),
  fc.integer({ min: -3, max: 3 }),
);
const type = fc.constantFrom<Column['type']>('text', 'number', 'date', 'boolean', 'status', 'percent');
const direction = fc.constantFrom<SortOrder['direction']>('ascending', 'descending');

/** Large enough that the table is requested in windows. */
const rowCount = 620;

/** All rows, requested window by window. */
async function paged(
  draw: (window: RowWindow) => Promise<RowsView>,
  window: Omit<RowWindow, 'offset' | 'count'>,
  count: number,
): Promise<CellValue[][]> {
  const rows: CellValue[][] = [];
  for (;;) {
    const view = await draw({ ...window, offset: rows.length, count });
    rows.push(...view.rows);
    if (rows.length >= view.matchingRows || view.rows.length === 0) return rows;
  }
}

test('windows one after the other are the sorted whole: every row once, by the first column that decides, else in source order', async () => {
  const pattern = fc.record({
    values: fc.tuple(
      fc.array(cells, { minLength: 3, maxLength: 20 }),
      fc.array(cells, { minLength: 3, maxLength: 20 }),
    ),
    types: fc.tuple(type, type),
    directions: fc.tuple(direction, direction),
    count: fc.integer({ min: 40, max: 700 }),
  });
  await fc.assert(
    fc.asyncProperty(pattern, async ({ values: [a, b], types, directions, count }) => {
      const frame = frameOf({
        number: { type: 'number', values: numbersTo(rowCount) },
        a: { type: types[0], values: numbersTo(rowCount).map((row) => a[row % a.length]!) },
        b: { type: types[1], values: numbersTo(rowCount).map((row) => b[(row * 7) % b.length]!) },
      });
      const sorts = [
        { column: 'a', direction: directions[0] },
        { column: 'b', direction: directions[1] },
      ];
      const rows = await paged((window) => tableView(frameSource(frame), {}, window), { sorts }, count);
      const compare = sorts.map(({ direction: way }, index) => ordered(types[index]!, way));
      const expected = numbersTo(rowCount)
        .map((row) => frame.values.map((column) => column[row]!))
        .sort((x, y) => compare[0]!(x[1]!, y[1]!) || compare[1]!(x[2]!, y[2]!) || Number(x[0]) - Number(y[0]));
      expect(rows).toEqual(expected);
    }),
    { numRuns: 20 },
  );
});

test('the row at the top is on the page that is shown once there are more, whatever sorts, filters and searches', async () => {
  const pattern = fc.record({
    values: fc.array(cells, { minLength: 3, maxLength: 20 }),
    sorts: fc.option(fc.record({ column: fc.constantFrom('a', 'number'), direction }), { nil: undefined }),
    search: fc.constantFrom(undefined, 'a'),
    only: fc.option(fc.subarray<CellValue>([1, 'a', 'b', null], { minLength: 1 }), { nil: undefined }),
    rowsBefore: fc.integer({ min: 1, max: rowCount }),
    pages: fc.nat({ max: 20 }),
    count: fc.integer({ min: 1, max: 40 }),
    rowCount: fc.constantFrom(60, rowCount),
  });
  await fc.assert(
    fc.asyncProperty(pattern, async ({ values, sorts, search, only, rowsBefore, pages, count, rowCount: rows }) => {
      const frame = frameOf({
        number: { type: 'number', values: numbersTo(rows) },
        a: { values: numbersTo(rows).map((row) => values[row % values.length]!) },
      });
      const source = frameSource(frame);
      const filters = only && [{ column: 'a', values: only }];
      const window = { offset: pages * count, count, search, filters, ...(sorts && { sorts: [sorts] }) };
      const among = (length: number) => ({ ...firstRowsOf(source, length), rowsBefore });
      const [top] = (await tableView(among(rowsBefore), {}, { ...window, count: 1 })).rows;
      const { rows: page, offset } = await tableView(onlyColumns(among(rows), [0, 1]), {}, window);
      expect(offset % count).toBe(0);
      if (top) expect(page.map(([number]) => number)).toContain(top[0]);
      else expect(offset).toBe(window.offset);
    }),
    { numRuns: 100 },
  );
});

function ordered(of: Column['type'], way: SortOrder['direction']) {
  const compare = compareCells(of);
  return (x: CellValue, y: CellValue): number => {
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    return way === 'ascending' ? compare(x, y) : -compare(x, y);
  };
}

const people = frameOf({
  id: { type: 'number', values: numbersTo(1000) },
  team: { values: numbersTo(1000).map((row) => ['Legal', 'Sales', null][row % 3]!) },
  share: { type: 'percent', values: numbersTo(1000).map((row) => (row % 100) / 100) },
  since: { type: 'date', values: numbersTo(1000).map((row) => `20${10 + (row % 10)}-03-05`) },
  picture: { type: 'image', values: numbersTo(1000).map((row) => `https://img.example.com/${row}.png`) },
  shown: { sortedBy: 'rank', values: numbersTo(1000).map((row) => `Rank ${(row * 7) % 1000}`) },
  rank: { type: 'number', hidden: true, values: numbersTo(1000).map((row) => 1000 - row) },
});
const shown = withoutColumns(frameSource(people), ({ hidden }) => hidden === true);
const table = (window: Partial<RowWindow>, sorts?: SortOrder[]) =>
  tableView(shown, { sorts }, { offset: 0, count: 3, ...window });
const ids = ({ rows }: RowsView) => rows.map(([id]) => id);

describe('a large table', () => {
  it.each<[string, Partial<RowWindow>, CellValue[], number]>([
    ['values of a column', { filters: [{ column: 'team', values: ['Legal'] }] }, [0, 3, 6], 334],
    [
      'several values, empty cells among them',
      { filters: [{ column: 'team', values: ['Legal', null] }] },
      [0, 2, 3],
      667,
    ],
    [
      'several columns',
      {
        filters: [
          { column: 'team', values: ['Sales'] },
          { column: 'share', values: [0.01] },
        ],
      },
      [1, 301, 601],
      4,
    ],
    ['no value', { filters: [{ column: 'team', values: [] }] }, [], 0],
    ['a column that does not exist', { filters: [{ column: 'gone', values: ['x'] }] }, [0, 1, 2], 1000],
    ['a column that is hidden', { filters: [{ column: 'rank', values: [1] }] }, [0, 1, 2], 1000],
    ['a filter and a search', { search: 'sales', filters: [{ column: 'share', values: [0.01] }] }, [1, 301, 601], 4],
  ])('keeps the rows that have %s', async (_, window, found, matchingRows) => {
    const view = await table(window);
    expect(ids(view)).toEqual(found);
    expect(view).toMatchObject({ matchingRows, totalRows: 1000, whole: false });
  });

  it.each([
    ['7%', [7, 17, 27]],
    ['2013-03', [3, 13, 23]],
    ['5 Mar 2014', [4, 14, 24]],
    ['Mar 5, 2014', [4, 14, 24]],
    ['légal 24%', [24, 324, 624]],
    ['img.example', []],
    ['nobody', []],
  ])('is searched as readers see it: %s', async (search, found) => {
    expect(ids(await table({ search }))).toEqual(found);
  });

  it('sorts a column by the one that stands for it, which no row shows', async () => {
    const view = await table({ sorts: [{ column: 'shown', direction: 'ascending' }] });
    expect(ids(view)).toEqual([999, 998, 997]);
    expect(view.columns.map(({ key }) => key)).not.toContain('rank');
    expect(view.rows[0]).toHaveLength(6);
  });

  it('has the usual order where the reader names none, and theirs where they do', async () => {
    const usual: SortOrder[] = [{ column: 'rank', direction: 'ascending' }];
    expect(ids(await table({}, usual))).toEqual([999, 998, 997]);
    expect(ids(await table({ sorts: [{ column: 'id', direction: 'ascending' }] }, usual))).toEqual([0, 1, 2]);
    const hidden: SortOrder[] = [{ column: 'rank', direction: 'descending' }];
    expect(ids(await table({ sorts: hidden }, usual))).toEqual([999, 998, 997]);
  });
});

describe('a small table', () => {
  const few = frameOf({
    a: { values: ['x', 'y', 'z'] },
    b: { type: 'number', sortedBy: 'c', values: [1, 2, 3] },
    c: { type: 'number', values: [2, 3, 1] },
  });
  const window = { offset: 0, count: 10 };

  it('travels whole in its usual order', async () => {
    const view = await tableView(frameSource(few), { sorts: [{ column: 'b', direction: 'ascending' }] }, window);
    expect(view).toMatchObject({
      whole: true,
      rows: [
        ['z', 3, 1],
        ['x', 1, 2],
        ['y', 2, 3],
      ],
    });
  });

  it('travels in windows where its order goes by a column that it does not show', async () => {
    const source = withoutColumns(frameSource(few), ({ key }) => key === 'c');
    const view = await tableView(source, {}, { ...window, sorts: [{ column: 'b', direction: 'ascending' }] });
    expect(view).toMatchObject({
      whole: false,
      rows: [
        ['z', 3],
        ['x', 1],
        ['y', 2],
      ],
    });
  });
});
