import fc from 'fast-check';
import type { CellValue, ColumnType, Frame } from '../../../src/shared/frame';
import type { RowWindow, SortOrder } from '../../../src/shared/view';
import { compareCells } from '../../../src/shared/order';
import { type FrameSource, frameSource, onlyColumns } from '../../../src/visuals/frame-source';
import { leadOf } from '../../../src/visuals/lead-of';
import { firstSorted } from '../../../src/visuals/sort-rows';
import { tableView } from '../../../src/visuals/table';

function frameOf(...columns: [ColumnType, CellValue[]][]): Frame {
  return {
    columns: columns.map(([type], index) => ({ key: `c${index}`, label: `C${index}`, type })),
    values: columns.map(([, values]) => values),
    rowCount: columns[0]?.[1].length ?? 0,
  };
}

const table = (frame: Frame, window: Partial<RowWindow> = {}) =>
  tableView(frameSource(frame), {}, { offset: 0, count: 25, ...window });

const sequence = (count: number) => Array.from({ length: count }, (_, index) => index);
const upwards = { column: 'c0', direction: 'ascending' } as const;
const downwards = { column: 'c0', direction: 'descending' } as const;

const types = fc.constantFrom<ColumnType>('text', 'number', 'boolean', 'date', 'date-time', 'link', 'email');
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom('a', 'A', 'ä', 'a1', 'a10', 'a 2', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00.5Z'),
);
const values = fc.oneof(
  texts,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -2, max: 2 }),
  fc.boolean(),
);
const cells = fc.option(values, { nil: null });

describe('the sums of a table', () => {
  const count = 600;
  const numbers = sequence(count);
  const frame = frameOf(['number', numbers], ['text', numbers.map((at) => (at % 2 ? 'odd' : 'even'))]);
  const summed = (window: Partial<RowWindow>, rows = frame) =>
    tableView(frameSource(rows), { totals: true }, { offset: 0, count: 25, ...window });

  it('are those of all rows that match, on whatever page', async () => {
    expect((await summed({ offset: 50 })).totals).toEqual([(count * (count - 1)) / 2, null]);
    const even = await summed({ filters: [{ column: 'c1', values: ['even'] }] });
    expect(even).toMatchObject({ matchingRows: count / 2, totals: [(count / 2) * (count / 2 - 1), null] });
  });

  it('are left to the browser where it has all rows, and to nobody where none are wanted', async () => {
    expect((await summed({}, frameOf(['number', [1, 2]]))).totals).toEqual([]);
    expect((await table(frame)).totals).toBeUndefined();
  });
});

describe('the order of values', () => {
  it('is total for every mixture', () => {
    fc.assert(
      fc.property(types, values, values, values, (type, a, b, c) => {
        const compare = compareCells(type);
        expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0);
        expect(compare(a, a) === 0).toBe(true);
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('of texts is the collator’s own', () => {
    const collator = new Intl.Collator('en', { numeric: true });
    const compare = compareCells('text');
    const words = fc.oneof(
      texts,
      fc.string({
        unit: fc.constantFrom(...Array.from('aAbBzZ 019-.éßÉøđŁşæþÿŽǆЖяґήאيあア田김﷽\u0301ｚ')),
        maxLength: 8,
      }),
    );
    fc.assert(
      fc.property(words, words, (a, b) => {
        const order = Math.sign(collator.compare(a, b));
        expect(Math.sign(compare(a, b))).toBe(order);
        for (const isReversed of [false, true]) {
          const lead = leadOf('text', isReversed);
          const isTold = lead(a) !== 0 && lead(b) !== 0 && lead(a) !== lead(b);
          if (isTold) expect(Math.sign(lead(a) - lead(b))).toBe(isReversed ? -order : order);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it.each<[ColumnType, CellValue[]]>([
    ['text', ['apple', 'Banana', 'item 2', 'item 10', 'zoo']],
    ['number', [-1.5, 0, 2, 10, 1e6]],
    ['boolean', [false, true]],
    ['date', ['0001-01-01', '2025-12-31', '2026-01-01']],
    [
      'date-time',
      ['2025-12-31T23:59:59.999Z', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00.001Z', '2026-01-01T00:00:01Z'],
    ],
    ['text', [5, 'a', true]],
  ])('of %s is by value: %j', async (type, sorted) => {
    const frame = frameOf([type, [...sorted].reverse()]);
    const { rows } = await table({ ...frame, rowCount: sorted.length }, { sorts: [upwards] });
    const order = firstSorted(
      sequence(sorted.length),
      [{ values: [...sorted].reverse(), type, direction: 'ascending' }],
      sorted.length,
    );
    expect(order.map((row) => [...sorted].reverse()[row])).toEqual(sorted);
    expect(rows).toHaveLength(sorted.length);
  });
});

describe('sorting rows', () => {
  it('is stable, puts null last in both directions, and the first rows are the same however many are asked', () => {
    const column = fc.array(fc.oneof(cells, fc.constantFrom(1, 2, 'x', null)), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(
        types,
        column,
        fc.constantFrom('ascending' as const, 'descending' as const),
        fc.nat(30),
        (type, column, direction, count) => {
          const all = firstSorted(sequence(column.length), [{ values: column, type, direction }], column.length);
          const compare = compareCells(type);
          expect([...all].sort((a, b) => a - b)).toEqual(sequence(column.length));
          for (let at = 1; at < all.length; at++) {
            const [before = 0, after = 0] = [all[at - 1], all[at]];
            const [a, b] = [column[before] ?? null, column[after] ?? null];
            if (a === null) expect(b).toBeNull();
            if (a === null || b === null) continue;
            const sign = Math.sign(compare(a, b)) * (direction === 'ascending' ? 1 : -1);
            expect(sign).toBeLessThanOrEqual(0);
            if (sign === 0) expect(before).toBeLessThan(after);
          }
          expect(firstSorted(sequence(column.length), [{ values: column, type, direction }], count)).toEqual(
            all.slice(0, count),
          );
        },
      ),
    );
  });
});

describe('the table', () => {
  const large = frameOf(['text', sequence(1200).map((row) => `Row ${(row * 7) % 1200}`)], ['number', sequence(1200)]);

  it('carries a small frame whole, in source order, whatever the window says', async () => {
    const frame = frameOf(['number', sequence(500).reverse()]);
    const view = await table(frame, { offset: 10, count: 5, sorts: [upwards], search: '7' });
    expect(view).toMatchObject({ visual: 'table', whole: true, offset: 0, matchingRows: 500, totalRows: 500 });
    expect(view.rows.map(([value]) => value)).toEqual(sequence(500).reverse());
  });

  it('carries the asked window of a large one', async () => {
    const view = await table(large, { offset: 1195, count: 25 });
    expect(view).toMatchObject({ whole: false, offset: 1195, matchingRows: 1200, totalRows: 1200 });
    expect(view.rows.map(([, row]) => row)).toEqual([1195, 1196, 1197, 1198, 1199]);
    expect((await table(large, { offset: 5000 })).rows).toEqual([]);
  });

  it.each([
    [upwards, ['Row 0', 'Row 1', 'Row 2']],
    [downwards, ['Row 1199', 'Row 1198', 'Row 1197']],
    [{ column: 'absent', direction: 'ascending' as const }, ['Row 0', 'Row 7', 'Row 14']],
  ])('sorts it by %j', async (sort, first) => {
    expect((await table(large, { count: 3, sorts: [sort] })).rows.map(([name]) => name)).toEqual(first);
  });

  it('finds rows by any column in any letter case, and sorts what it found', async () => {
    const view = await table(large, { search: ' rOW 119 ', sorts: [downwards] });
    const found = sequence(1200)
      .map((row) => [(row * 7) % 1200, row])
      .filter((numbers) => numbers.some((number) => String(number).includes('119')))
      .map(([name = 0]) => name);
    expect(view.rows.map(([name]) => name)).toEqual(found.sort((a, b) => b - a).map((name) => `Row ${name}`));
    expect(view).toMatchObject({ matchingRows: found.length, totalRows: 1200 });
    expect((await table(large, { search: 'nobody' })).rows).toEqual([]);
  });

  it('never carries more than a reply can', async () => {
    const wide = frameOf(
      ...sequence(100).map((): [ColumnType, CellValue[]] => [
        'text',
        sequence(1000).map(() => '\u0001😀'.repeat(3000)),
      ]),
    );
    const bulky = frameOf(['text', sequence(500).map(() => 'x'.repeat(1900))]);
    for (const frame of [wide, bulky, large]) {
      const view = await table(frame, { count: 1000 });
      expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThan(500_000);
      expect(view.rows.length).toBeGreaterThan(0);
      expect(view.totalRows).toBe(frame.rowCount);
    }
    expect((await table(bulky, { count: 1000 })).whole).toBe(false);
  });

  it('shortens long texts without cutting a character in half', async () => {
    const { rows } = await table(frameOf(['text', ['😀'.repeat(2000)]]));
    const [text] = rows[0] ?? [];
    expect(text).toMatch(/^(😀)+…$/u);
    expect(String(text).length).toBeLessThanOrEqual(2000);
  });

  it('names its usual order, unless it goes by a column that no reader sees', async () => {
    const window = { offset: 0, count: 25, sorts: [upwards] };
    const source = frameSource(frameOf(['number', [2, 1]], ['number', [1, 2]]));
    const usualSorts = async (from: FrameSource, sorts?: SortOrder[]) =>
      (await tableView(from, { sorts }, window)).usualSorts;
    expect(await usualSorts(source, [downwards])).toEqual([downwards]);
    expect(await usualSorts(onlyColumns(source, [1]), [downwards])).toBeUndefined();
    expect(await usualSorts(source, [])).toBeUndefined();
    expect(await usualSorts(source)).toBeUndefined();
  });

  it('asks its source for no more than it shows', async () => {
    const requested: string[] = [];
    const whole = frameSource(large);
    const source: FrameSource = {
      ...whole,
      rowsAtHand: 100,
      values: (columns) => (requested.push(`column ${columns.join()}`), whole.values(columns)),
      rows: (rows) => (requested.push(`${rows.length} rows`), whole.rows(rows)),
    };
    await tableView(source, {}, { offset: 0, count: 25 });
    await tableView(source, {}, { offset: 0, count: 25, sorts: [{ column: 'c1', direction: 'descending' }] });
    expect(requested).toEqual(['25 rows', 'column 1', '25 rows']);
  });

  it('answers the rows at hand of a small frame in part, and all of them when storage must be read anyway', async () => {
    const whole = frameSource(frameOf(['number', sequence(300)]));
    const source: FrameSource = { ...whole, rowsAtHand: 50 };
    expect(await tableView(source, {}, { offset: 0, count: 25 })).toMatchObject({ whole: false, matchingRows: 300 });
    expect(await tableView(source, {}, { offset: 40, count: 25 })).toMatchObject({ whole: true });
    expect(await tableView(source, {}, { offset: 0, count: 25, search: '7' })).toMatchObject({ whole: true });
  });
});
