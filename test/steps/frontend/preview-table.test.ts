import type { CellValue, ColumnType, StopReason, TableView, View } from '../../../src/shared/contract';
import type { MoreRows } from '../../../src/shared/frame';
import type { PreviewTable } from '../../../src/frontend/preview-table';
import { partSentence, previewTable } from '../../../src/frontend/preview-table';

const reader = { locale: 'en-US', timeZone: 'America/New_York' };

function table(types: ColumnType[], rows: CellValue[][], totalRows = rows.length): TableView {
  const columns = types.map((type, at) => ({ key: `c${at}`, label: `Column ${at + 1}`, type }));
  return { visual: 'table', columns, rows, offset: 0, matchingRows: totalRows, totalRows, whole: false };
}

const labelsOf = ({ columns }: PreviewTable) => columns.map(({ label }) => label);
const textsOf = ({ rows }: PreviewTable) => rows.map((cells) => cells.map(({ text }) => text));

describe('the preview of a panel', () => {
  it.each<[CellValue, ColumnType, string]>([
    [1234.5, 'number', '1,234.5'],
    [true, 'boolean', 'Yes'],
    [false, 'boolean', 'No'],
    [null, 'text', ''],
    ['2026-01-05', 'date', 'Jan 5, 2026'],
    ['2026-01-05T03:30:00Z', 'date-time', 'Jan 4, 2026, 10:30 PM'],
    ['soon', 'date', 'soon'],
    ['x'.repeat(61), 'text', `${'x'.repeat(59)}…`],
  ])('writes %j of type %s as "%s"', (value, type, text) => {
    const [cell] = previewTable(table([type], [[value]]), reader).rows[0] ?? [];
    expect(cell?.text.replace(/\s/g, ' ')).toBe(text);
  });

  it('shows at most five rows and six columns, and says what it leaves out', () => {
    const types = Array.from({ length: 8 }, () => 'number' as const);
    const rows = Array.from({ length: 10 }, (_, row) => types.map((_type, column) => row * 10 + column));
    const preview = previewTable(table(types, rows, 1234), reader);
    expect(preview.columns).toHaveLength(6);
    expect(preview.rows).toHaveLength(5);
    expect(preview.rows.every((row) => row.length === 6)).toBe(true);
    expect(preview.summary).toBe('First 5 of 1,234 rows. 2 more columns are not shown.');
  });

  it('leaves out the columns that the macro hides', () => {
    const view = table(
      Array.from({ length: 7 }, () => 'number' as const),
      [[0, 1, 2, 3, 4, 5, 6]],
    );
    const preview = previewTable(view, reader, ['c0', 'c2']);
    expect(labelsOf(preview)).toEqual(['Column 2', 'Column 4', 'Column 5', 'Column 6', 'Column 7']);
    expect(textsOf(preview)).toEqual([['1', '3', '4', '5', '6']]);
    expect(preview.summary).toBe('1 row.');
    expect(previewTable(table(['text'], [['a']]), reader, ['c0']).columns).toEqual([]);
  });

  it('has the colors, links and sides of the page', () => {
    const view = table(
      ['status', 'link', 'number', 'email'],
      [['Open', 'https://example.com/a/', 5, 'ann@example.com']],
    );
    const [column] = view.columns;
    if (column) column.format = { statusColors: [{ value: 'open', color: 'blue' }] };
    const preview = previewTable(view, reader);
    expect(preview.columns.map(({ align }) => align)).toEqual(['start', 'start', 'end', 'start']);
    expect(preview.rows).toEqual([
      [
        { text: 'Open', color: 'blue' },
        { text: 'https://example.com/a/', link: { text: 'example.com/a', href: 'https://example.com/a/' } },
        { text: '5' },
        { text: 'ann@example.com', link: { text: 'ann@example.com', href: 'mailto:ann@example.com' } },
      ],
    ]);
  });

  it('says nothing of the kind when it shows all', () => {
    expect(previewTable(table(['text'], [['a']]), reader).summary).toBe('1 row.');
    expect(previewTable(table(['text'], [['a'], ['b']]), reader).summary).toBe('2 rows.');
  });

  const column = (label: string, type: ColumnType = 'text') => ({ key: label, label, type });
  const euro = { ...column('Price', 'currency'), format: { currency: 'EUR' } };
  it.each<[View, string[], string[][], string]>([
    [
      { visual: 'key-value', columns: [column('Name')], row: ['Ada'], totalRows: 3 },
      ['Name'],
      [['Ada']],
      'First 1 of 3 rows.',
    ],
    [
      { visual: 'number', column: euro, value: 1234.5, label: 'Turnover', unit: '', totalRows: 9 },
      ['Turnover'],
      [['€1,234.50']],
      '1 row.',
    ],
    [
      {
        visual: 'pie',
        category: column('Team'),
        series: [column('Share', 'percent')],
        points: [{ category: 'Sales', values: [0.25] }],
        stacked: false,
        leftOut: 1,
        totalRows: 2,
      },
      ['Team', 'Share'],
      [['Sales', '25%']],
      'First 1 of 2 rows.',
    ],
    [
      {
        visual: 'text',
        parts: [{ text: 'About ' }, { column: column('Time', 'duration'), value: 5400 }],
        totalRows: 1,
      },
      ['Time'],
      [['1 hr 30 min']],
      '1 row.',
    ],
  ])('shows the values of any view as rows: %j', (view, labels, rows, summary) => {
    const preview = previewTable(view, reader);
    expect([labelsOf(preview), textsOf(preview), preview.summary]).toEqual([labels, rows, summary]);
  });

  it('says of how many rows it is made where the page will read more', () => {
    const said = (stopReason: StopReason, more?: MoreRows) => partSentence({ rowsRead: 999, stopReason, more }, reader);
    expect(said('page-limit')).toBe('Preview of the first 999 rows; the page uses all of them.');
    expect(said('unfollowed', { by: 'total', total: 2500 })).toBe('The source reports a total of 2,500.');
    expect(said('failed')).toBe('A later page could not be read, so the page may lack rows.');
    expect([said('complete'), said('first-page')]).toEqual([undefined, undefined]);
  });
});
