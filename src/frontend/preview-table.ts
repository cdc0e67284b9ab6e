import type { CellValue, Column, Reading, StatusColor, View } from '../shared/contract';
import { alignmentOf } from '../shared/column-types/cell-kind';
import { cellText } from '../shared/column-types/cell-text';
import { linkText } from '../shared/column-types/link-text';
import { columnTypes } from '../shared/column-types/registry';
import { safeLink } from '../shared/column-types/safe-link';
import { statusColor } from '../shared/column-types/status-color';
import { moreText } from '../shared/more-text';
import { countPhrase } from '../shared/phrase';
import type { Reader } from '../shared/reader';
import { shorten } from '../shared/shorten';

const mostRows = 5;
const mostColumns = 6;
const longestText = 60;

/** A value as the page shows it. */
export interface PreviewCell {
  text: string;
  /** Of a status. */
  color?: StatusColor;
  /** What a link is shown as, and where it leads. */
  link?: { text: string; href: string };
}

export interface PreviewTable {
  columns: { label: string; align: 'start' | 'center' | 'end' }[];
  rows: PreviewCell[][];
  /** What the preview leaves out, as a sentence. */
  summary: string;
}

/** What a view shows, as rows of typed values, be it drawn as a table or not. */
interface Shown {
  columns: Pick<Column, 'key' | 'label' | 'type' | 'format' | 'align'>[];
  rows: CellValue[][];
  /** How many rows there are in all. */
  of: number;
}

/** The beginning of a view as a table, small enough for a dialog, without the columns of those keys. */
export function previewTable(view: View, reader: Reader, hiddenColumns: readonly string[] = []): PreviewTable {
  const shown = withoutHidden(shownOf(view), hiddenColumns);
  const columns = shown.columns.slice(0, mostColumns);
  const rows = shown.rows
    .slice(0, mostRows)
    .map((row) => columns.map((column, at) => cellOf(row[at] ?? null, column, reader)));
  return {
    columns: columns.map((column) => ({ label: column.label, align: alignmentOf(column) })),
    rows,
    summary: summaryOf(rows.length, shown, reader.locale),
  };
}

function cellOf(value: CellValue, column: Shown['columns'][number], reader: Reader): PreviewCell {
  const text = shorten(cellText(value, column, reader), longestText);
  if (value === null) return { text };
  const href = safeLink(value, column.type);
  if (href) return { text, link: { text: shorten(linkText(text, column.format), longestText), href } };
  const isLozenge = columnTypes[column.type].look === 'lozenge';
  return isLozenge ? { text, color: statusColor(value, column.format) } : { text };
}

function withoutHidden({ columns, rows, of }: Shown, hiddenColumns: readonly string[]): Shown {
  const isLeft = (_: unknown, at: number) => !hiddenColumns.includes(columns[at]?.key ?? '');
  return { columns: columns.filter(isLeft), rows: rows.map((row) => row.filter(isLeft)), of };
}

const partOf = {
  one: 'Preview of the first {count} row; the page uses all of them.',
  other: 'Preview of the first {count} rows; the page uses all of them.',
};

/**
 * What a preview's reading leaves out, as a sentence: rows that the page will have, or rows that the page will lack too;
 * `undefined` where it leaves out nothing that is wanted.
 */
export function partSentence({ rowsRead, stopReason, more }: PreviewReading, { locale }: Reader): string | undefined {
  switch (stopReason) {
    case 'complete':
    case 'first-page':
      return undefined;
    case 'unfollowed':
      return moreText(more, locale);
    case 'foreign-link':
    case 'repeated-link':
    case 'failed':
      return 'A later page could not be read, so the page may lack rows.';
    case 'unfinished':
    case 'page-limit':
    case 'row-limit':
    case 'byte-limit':
    case 'time-limit':
      return countPhrase(rowsRead, partOf, {}, { locale });
  }
}

type PreviewReading = Pick<Reading, 'rowsRead' | 'stopReason' | 'more'>;

function shownOf(view: View): Shown {
  switch (view.visual) {
    case 'table':
    case 'list':
    case 'cards':
      return { columns: view.columns, rows: view.rows, of: view.totalRows };
    case 'key-value':
      return { columns: view.columns, rows: view.row ? [view.row] : [], of: view.totalRows };
    case 'number':
      return { columns: [{ ...view.column, label: view.label || view.column.label }], rows: [[view.value]], of: 1 };
    case 'bar':
    case 'line':
    case 'area':
    case 'pie': {
      const rows = view.points.map(({ category, values }) => [category, ...values]);
      return { columns: [view.category, ...view.series], rows, of: rows.length + view.leftOut };
    }
    case 'text':
      return sentence(view.parts);
  }
}

/** The values of a sentence, each under its column's name. */
function sentence(parts: Extract<View, { visual: 'text' }>['parts']): Shown {
  const values = parts.filter((part) => 'column' in part);
  return { columns: values.map(({ column }) => column), rows: [values.map(({ value }) => value)], of: 1 };
}

const someRows = { one: 'First {shown} of {count} row.', other: 'First {shown} of {count} rows.' };
const allRows = { one: '{count} row.', other: '{count} rows.' };
const moreColumns = { one: '{count} more column is not shown.', other: '{count} more columns are not shown.' };

function summaryOf(shown: number, { columns, of }: Shown, locale: string): string {
  const rows = countPhrase(of, shown < of ? someRows : allRows, { shown: String(shown) }, { locale });
  const left = columns.length - mostColumns;
  return left > 0 ? `${rows} ${countPhrase(left, moreColumns, {}, { locale })}` : rows;
}
