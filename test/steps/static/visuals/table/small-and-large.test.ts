import fc from 'fast-check';
import type { CellValue, Column, ColumnType, Frame } from '../../../../../src/shared/frame';
import type { RowWindow, SortOrder, TableView } from '../../../../../src/shared/view';
import { frameSource } from '../../../../../src/visuals/frame-source';
import { tableView } from '../../../../../src/visuals/table';
import { cellFormatter } from '../../../../../src/shared/column-types/cell-text';
import { isSearched } from '../../../../../src/shared/column-types/cell-search';
import { columnTypes } from '../../../../../src/shared/column-types/registry';
import { foldedWords } from '../../../../../src/shared/fold';
import { type Reader, unknownReader } from '../../../../../src/shared/reader';
import { searchedColumn, searchingReader, valueOf } from '../../../shared/searched-cells';
import { matchRows } from '../../../../../static/visuals/table/match-rows';
import { shownRows } from '../../../../../static/visuals/table/shown-rows';

type LoadOptions = Omit<RowWindow, 'offset' | 'count'>;

const day = fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map((at) => at.toISOString());
const cells: Partial<Record<ColumnType, fc.Arbitrary<CellValue>>> = {
  text: fc.oneof(
    fc.string({ maxLength: 4 }),
    fc.constantFrom('a', 'A', 'a1', 'a10', 'a2', 'é', 'É', 'z', 'co-op', 'coop'),
  ),
  link: fc.webUrl(),
  email: fc.emailAddress(),
  number: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
  boolean: fc.boolean(),
  date: day.map((text) => text.slice(0, 10)),
  'date-time': fc.oneof(
    day,
    day.map((text) => text.replace(/\.\d+/, '')),
  ),
};

const mostRows = 40;
/** More than travel whole. */
const largeRows = 520;

const column = fc.constantFrom(...(Object.keys(cells) as ColumnType[])).chain((type) => {
  const some = fc.option(fc.oneof({ weight: 3, arbitrary: cells[type] ?? fc.string() }, fc.constantFrom('a', 1)));
  return fc.record({ type: fc.constant(type), values: fc.array(some, { minLength: 1, maxLength: mostRows }) });
});

/** The number of each row, then columns of any type. */
const table = fc.array(column, { minLength: 1, maxLength: 3 }).map((columns): Frame => {
  const rowCount = Math.max(...columns.map(({ values }) => values.length));
  const rows = Array.from({ length: rowCount }, (_, row) => row);
  const made = columns.map(({ type }, at): Column => ({ key: `c${at}`, label: `C${at}`, type }));
  return {
    columns: [{ key: 'row', label: 'Row', type: 'image' }, ...made],
    values: [rows, ...columns.map(({ values }) => rows.map((row) => values[row % values.length] ?? null))],
    rowCount,
  };
});

const keys = fc.constantFrom('c0', 'c1', 'c2', 'gone');
const sorts = fc.array(
  fc.record({ column: keys, direction: fc.constantFrom<SortOrder['direction'][]>('ascending', 'descending') }),
  { maxLength: 3 },
);

/** The numbers of the rows that a browser shows of a table that it has as a whole. */
function small({ columns, values, rowCount }: Frame, requested: LoadOptions, reader = unknownReader): CellValue[] {
  const rows = Array.from({ length: rowCount }, (_, row) => values.map((cellsOf) => cellsOf[row] ?? null));
  const view: TableView = { visual: 'table', columns, rows, offset: 0, matchingRows: 0, totalRows: 0, whole: true };
  const window = { ...requested, offset: 0, count: largeRows };
  return shownRows(view, window, reader, matchRows).rows.map(([row]) => row ?? null);
}

/** The same of a table that has these rows first and too many more to travel whole. */
async function large(
  { columns, values, rowCount }: Frame,
  requested: LoadOptions,
  reader?: Reader,
): Promise<CellValue[]> {
  const many = Math.ceil(largeRows / rowCount) * rowCount;
  const repeated = values.map((column, at) =>
    Array.from({ length: many }, (_, row) => (at === 0 ? row : (column[row % rowCount] ?? null))),
  );
  const window = { ...requested, offset: 0, count: many, reader };
  const view = await tableView(frameSource({ columns, values: repeated, rowCount: many }), {}, window);
  expect(view.whole).toBe(false);
  return view.rows.map(([row]) => row ?? null).filter((row) => Number(row) < rowCount);
}

describe('a small table, which the browser searches, and a large one, which the functions search', () => {
  it('have the same rows in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(table, sorts, async (frame, by) => {
        expect(small(frame, { sorts: by })).toEqual(await large(frame, { sorts: by }));
      }),
    );
  });

  it('have the same rows for the same filters', async () => {
    const chosen = fc.tuple(keys, fc.array(fc.nat(mostRows), { maxLength: 5 }));
    await fc.assert(
      fc.asyncProperty(table, fc.array(chosen, { maxLength: 2 }), async (frame, choices) => {
        const filters = choices.map(([key, rows]) => {
          const at = frame.columns.findIndex((one) => one.key === key);
          return { column: key, values: rows.map((row) => frame.values[at]?.[row] ?? null) };
        });
        expect(small(frame, { filters })).toEqual(await large(frame, { filters }));
      }),
    );
  });

  it('have the same rows for the same words in every type, format, language and time zone, and all that show them', async () => {
    const part = fc.tuple(fc.nat(), fc.nat(), fc.nat());
    await fc.assert(
      fc.asyncProperty(
        searchedTable,
        searchingReader,
        fc.array(part, { maxLength: 2 }),
        async (frame, reader, parts) => {
          const search = parts.map((at) => pieceOf(frame, reader, at)).join(' \u00a0');
          const found = small(frame, { search }, reader);
          expect(found).toEqual(await large(frame, { search }, reader));
          expect(found).toEqual(rowsShowing(foldedWords(search), frame, reader));
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** The number of each row, then columns of any type and format. */
const searchedTable = fc.array(searchedColumn, { minLength: 1, maxLength: 4 }).chain((columns) =>
  fc
    .array(fc.tuple(...columns.map(({ type }) => valueOf(type))), { minLength: 1, maxLength: mostRows })
    .map((rows): Frame => {
      const made = columns.map((each, at): Column => ({ key: `c${at}`, label: `C${at}`, ...each }));
      const values = columns.map((_, at) => rows.map((row) => row[at] ?? null));
      return {
        columns: [{ key: 'row', label: 'Row', type: 'image' }, ...made],
        values: [[...rows.keys()], ...values],
        rowCount: rows.length,
      };
    }),
);

/** What a cell of the table shows, or a piece of it. */
function pieceOf(
  { columns, values, rowCount }: Frame,
  reader: Reader,
  [column, row, cut]: [number, number, number],
): string {
  const at = 1 + (column % (columns.length - 1));
  const text = cellFormatter(reader)(values[at]?.[row % rowCount] ?? null, columns[at]!);
  return cut % 2 === 0 ? text : text.slice(cut % (text.length + 1), (cut % (text.length + 1)) + 3);
}

/** The rows in which each of the words stands in the text of a cell or in another form of its value. */
function rowsShowing(words: string[], { columns, values, rowCount }: Frame, reader: Reader): number[] {
  const format = cellFormatter(reader);
  const shows = (row: number, word: string): boolean =>
    columns.some((column, at) => {
      const value = values[at]?.[row] ?? null;
      if (value === null || !isSearched(column)) return false;
      const texts = [format(value, column), columnTypes[column.type].alsoFoundBy?.(value) ?? ''];
      return foldedWords(texts.join('\n')).some((text) => text.includes(word));
    });
  return [...Array(rowCount).keys()].filter((row) => words.every((word) => shows(row, word)));
}
