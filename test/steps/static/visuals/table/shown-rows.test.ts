import type { RowWindow, TableView } from '../../../../../src/shared/contract';
import { matchRows } from '../../../../../static/visuals/table/match-rows';
import { offeredSizes, pagePosition } from '../../../../../static/visuals/table/page-position';
import { rangeOnScreen, rangeText } from '../../../../../static/visuals/table/pages';
import { shownRows } from '../../../../../static/visuals/table/shown-rows';
import { carriedRows, covers, withinRows } from '../../../../../static/visuals/view-window';

const reader = { locale: 'en-US', timeZone: 'UTC' };

const whole: TableView = {
  visual: 'table',
  columns: [
    { key: 'name', label: 'Name', type: 'text' },
    { key: 'active', label: 'Active', type: 'boolean' },
    { key: 'since', label: 'Since', type: 'date' },
  ],
  rows: [
    ['Grace', true, '2026-03-01'],
    ['Ada', false, null],
    ['Edsger', true, '2025-12-09'],
  ],
  offset: 0,
  matchingRows: 3,
  totalRows: 3,
  whole: true,
};

function names(view: TableView, window: Partial<RowWindow>): unknown[] {
  return shownRows(view, { offset: 0, count: 10, ...window }, reader, matchRows).rows.map(([name]) => name);
}

/** Rows 100 to 124 of 1,000, as a reply carries them. */
const part: TableView = {
  visual: 'table',
  columns: [{ key: 'n', label: 'N', type: 'number' }],
  rows: Array.from({ length: 25 }, (_, index) => [100 + index]),
  offset: 100,
  matchingRows: 1000,
  totalRows: 1000,
  whole: false,
};
const loaded: RowWindow = { offset: 100, count: 25 };

describe('a whole view', () => {
  it('is searched, sorted and cut in the browser', () => {
    expect(names(whole, {})).toEqual(['Grace', 'Ada', 'Edsger']);
    expect(names(whole, { search: 'a', sorts: [{ column: 'name', direction: 'ascending' }] })).toEqual([
      'Ada',
      'Grace',
    ]);
    expect(names(whole, { offset: 2, count: 2 })).toEqual(['Edsger']);
  });

  it('is found by the value and by what the reader sees of it', () => {
    expect(names(whole, { search: 'yes' })).toEqual(['Grace', 'Edsger']);
    expect(names(whole, { search: 'DEC 9' })).toEqual(['Edsger']);
    expect(names(whole, { search: '2026-03' })).toEqual(['Grace']);
    expect(names(whole, { search: 'true' })).toEqual([]);
  });

  it('is found by several words, each in any cell of the row, whatever their case and accents', () => {
    expect(names(whole, { search: 'grâce YES' })).toEqual(['Grace']);
    expect(names(whole, { search: 'grace no' })).toEqual([]);
  });

  it('shows its rows as they came until it is known which of them match', () => {
    const window = {
      offset: 0,
      count: 10,
      search: 'ada',
      sorts: [{ column: 'name', direction: 'ascending' as const }],
    };
    expect(shownRows(whole, window, reader, undefined).rows).toEqual(whole.rows);
  });

  it('shows only rows that pass all filters, with an empty cell as a value of its own', () => {
    expect(names(whole, { filters: [{ column: 'active', values: [true] }] })).toEqual(['Grace', 'Edsger']);
    expect(names(whole, { filters: [{ column: 'since', values: [null, '2026-03-01'] }] })).toEqual(['Grace', 'Ada']);
    const both = [
      { column: 'active', values: [true] },
      { column: 'since', values: [null] },
    ];
    expect(names(whole, { filters: both })).toEqual([]);
    expect(names(whole, { filters: [{ column: 'gone', values: [1] }] })).toHaveLength(3);
  });

  it('is not found by what stands in a hidden column', () => {
    const columns = whole.columns.map((column, at) => ({ ...column, hidden: at === 0 }));
    expect(shownRows({ ...whole, columns }, { offset: 0, count: 10, search: 'ada' }, reader, matchRows).rows).toEqual(
      [],
    );
  });

  it('shows its last page when the asked one lies behind the end', () => {
    expect(shownRows(whole, { offset: 40, count: 2 }, reader, matchRows)).toMatchObject({
      offset: 2,
      rows: [['Edsger', true, '2025-12-09']],
    });
  });

  it('covers any window', () => {
    expect(covers(whole, loaded, { offset: 900, count: 10, search: 'x' })).toBe(true);
  });
});

describe('a part of the rows', () => {
  it('shows the asked rows where it holds them and its first ones where it does not', () => {
    expect(shownRows(part, { offset: 110, count: 10 }, reader, matchRows)).toMatchObject({
      offset: 110,
      matchingRows: 1000,
    });
    expect(shownRows(part, { offset: 110, count: 10 }, reader, matchRows).rows[0]).toEqual([110]);
    expect(shownRows(part, { offset: 500, count: 10 }, reader, matchRows)).toMatchObject({ offset: 100 });
  });

  it.each<[RowWindow, boolean]>([
    [{ offset: 100, count: 25 }, true],
    [{ offset: 110, count: 10 }, true],
    [{ offset: 120, count: 10 }, false],
    [{ offset: 75, count: 25 }, false],
    [{ offset: 100, count: 25, search: 'x' }, false],
    [{ offset: 100, count: 25, sorts: [{ column: 'n', direction: 'ascending' }] }, false],
    [{ offset: 100, count: 25, filters: [{ column: 'n', values: [101] }] }, false],
    [{ offset: 100, count: 25, search: '', sorts: [], filters: [] }, true],
  ])('covers %j: %s', (wanted, reply) => {
    expect(covers(part, loaded, wanted)).toBe(reply);
  });

  it('covers the last page although it is short', () => {
    const last = { ...part, offset: 975, rows: part.rows.slice(0, 5), matchingRows: 980 };
    expect(covers(last, { offset: 975, count: 25 }, { offset: 975, count: 25 })).toBe(true);
  });

  it('tells when a reply could not carry a whole page', () => {
    expect(carriedRows(part, { offset: 100, count: 100 })).toBe(25);
    expect(carriedRows(part, { offset: 100, count: 25 })).toBe(Infinity);
    expect(carriedRows({ ...part, matchingRows: 125 }, { offset: 100, count: 100 })).toBe(Infinity);
  });
});

describe('pages', () => {
  it.each([
    [0, 25, 1000, { page: 1, pages: 40, previous: null, next: 25, last: 975 }],
    [25, 25, 60, { page: 2, pages: 3, previous: 0, next: 50, last: 50 }],
    [50, 25, 60, { page: 3, pages: 3, previous: 25, next: null, last: 50 }],
    [0, 25, 0, { page: 1, pages: 1, previous: null, next: null, last: 0 }],
  ])('at row %d by %d of %d stand at %j', (offset, count, rows, position) => {
    expect(pagePosition(offset, count, rows)).toEqual(position);
  });

  it('never begin behind the last row', () => {
    expect(withinRows({ offset: 75, count: 25 }, 60)).toEqual({ offset: 50, count: 25 });
    expect(withinRows({ offset: 25, count: 25 }, 0)).toEqual({ offset: 0, count: 25 });
    expect(withinRows({ offset: 0, count: 25 }, 0)).toEqual({ offset: 0, count: 25 });
  });

  it('offer the current size among the usual ones', () => {
    expect(offeredSizes(25)).toEqual([10, 25, 50, 100]);
    expect(offeredSizes(20)).toEqual([10, 20, 25, 50, 100]);
    expect(offeredSizes(100, 15)).toEqual([10, 15, 25, 50, 100]);
  });

  it.each([
    [0, 3, 3, 3, '3 rows'],
    [0, 1, 1, 1, '1 row'],
    [25, 25, 1234, 1234, '26–50 of 1,234 rows'],
    [0, 10, 12, 1234, '1–10 of 12 matching, 1,234 rows in all'],
    [0, 2, 2, 1234, '2 matching, 1,234 rows in all'],
    [0, 0, 0, 1234, 'No matches in 1,234 rows'],
    [0, 0, 0, 0, 'No rows'],
  ])('at row %d with %d rows of %d of %d are announced as "%s"', (offset, length, matchingRows, totalRows, text) => {
    const rows = Array.from({ length }, () => []);
    expect(rangeText({ rows, offset, matchingRows, totalRows }, 'en')).toBe(text);
  });

  it('are left behind where all rows are scrolled in one list', () => {
    const shown = { rows: [[1], [2]], offset: 50, matchingRows: 900, totalRows: 1000 };
    expect(rangeOnScreen(shown, undefined)).toBe(shown);
    expect(rangeText(rangeOnScreen(shown, 400), 'en')).toBe('400 matching, 1,000 rows in all');
    expect(rangeText(rangeOnScreen(shown, 0), 'en')).toBe('No matches in 1,000 rows');
  });
});
