import type { CellValue, Column, Reading, View } from '../shared/contract';
import { cellText, type Reader } from './cell-text';

const mostRows = 5;
const mostColumns = 6;

export interface PreviewTable {
  labels: string[];
  rows: string[][];
  /** What the preview leaves out, as a sentence. */
  summary: string;
}

/** What a view shows, as rows of typed values, be it drawn as a table or not. */
interface Shown {
  columns: Pick<Column, 'key' | 'label' | 'type' | 'format'>[];
  rows: CellValue[][];
  /** How many rows there are in all. */
  of: number;
}

/** The beginning of a view as a table of plain texts, small enough for a dialog, without the columns of those keys. */
export function previewTable(view: View, reader: Reader, hiddenColumns: readonly string[] = []): PreviewTable {
  const shown = withoutHidden(shownOf(view), hiddenColumns);
  const columns = shown.columns.slice(0, mostColumns);
  const rows = shown.rows
    .slice(0, mostRows)
    .map((row) => columns.map((column, at) => cellText(row[at] ?? null, column, reader)));
  return { labels: columns.map(({ label }) => label), rows, summary: summaryOf(rows.length, shown, reader.locale) };
}

function withoutHidden({ columns, rows, of }: Shown, hiddenColumns: readonly string[]): Shown {
  const isLeft = (_: unknown, at: number) => !hiddenColumns.includes(columns[at]?.key ?? '');
  return { columns: columns.filter(isLeft), rows: rows.map((row) => row.filter(isLeft)), of };
}

/** Says that a preview is made of fewer rows than the page will be. */
export function partSentence({ rowsRead }: Pick<Reading, 'rowsRead'>, { locale }: Reader): string {
  return `Preview of the first ${rowCount(rowsRead, locale)}; the page uses all of them.`;
}

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

function rowCount(count: number, locale: string): string {
  return `${new Intl.NumberFormat(locale).format(count)} ${count === 1 ? 'row' : 'rows'}`;
}

function summaryOf(count: number, { columns, of }: Shown, locale: string): string {
  const left = columns.length - mostColumns;
  const rows = count < of ? `First ${count} of ${rowCount(of, locale)}` : rowCount(of, locale);
  return left > 0 ? `${rows}, ${left} more ${left === 1 ? 'column' : 'columns'}.` : `${rows}.`;
}
