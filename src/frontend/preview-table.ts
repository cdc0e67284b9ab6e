import type { CellValue, ColumnType, TableView } from '../contract';

const mostRows = 5;
const mostColumns = 6;
const longestText = 60;

/** How the person at the screen writes numbers and dates. */
export interface Reader {
  locale: string;
  timeZone: string;
}

export interface PreviewTable {
  labels: string[];
  rows: string[][];
  /** What the preview leaves out, as a sentence. */
  summary: string;
}

function dateText(text: string, options: Intl.DateTimeFormatOptions, locale: string): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? text : new Intl.DateTimeFormat(locale, options).format(time);
}

function cellText(value: CellValue, type: ColumnType, { locale, timeZone }: Reader): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return new Intl.NumberFormat(locale, { maximumSignificantDigits: 15 }).format(value);
  if (type === 'date') return dateText(value, { dateStyle: 'medium', timeZone: 'UTC' }, locale);
  if (type === 'date-time') return dateText(value, { dateStyle: 'medium', timeStyle: 'short', timeZone }, locale);
  return value.length > longestText ? `${value.slice(0, longestText - 1)}…` : value;
}

function rowCount(count: number, locale: string): string {
  return `${new Intl.NumberFormat(locale).format(count)} ${count === 1 ? 'row' : 'rows'}`;
}

function summaryOf(shown: number, { columns, totalRows }: TableView, locale: string): string {
  const left = columns.length - mostColumns;
  const rows = shown < totalRows ? `The first ${shown} of ${rowCount(totalRows, locale)}` : rowCount(totalRows, locale);
  return left > 0 ? `${rows}, without ${left} more ${left === 1 ? 'column' : 'columns'}.` : `${rows}.`;
}

/** The beginning of a table as plain text, small enough for a dialog. */
export function previewTable(view: TableView, reader: Reader): PreviewTable {
  const columns = view.columns.slice(0, mostColumns);
  const rows = view.rows
    .slice(0, mostRows)
    .map((row) => columns.map(({ type }, at) => cellText(row[at] ?? null, type, reader)));
  return { labels: columns.map(({ label }) => label), rows, summary: summaryOf(rows.length, view, reader.locale) };
}
