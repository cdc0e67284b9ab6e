import { unparse } from 'papaparse';
import type { CellValue } from '../../../../src/shared/contract';
import type { FormatCell } from '../../../../src/shared/column-types/cell-text';
import { isNumeric } from '../../../../src/shared/column-types/cell-kind';
import type { ShownColumn } from '../shown-columns';

/** `shown` writes values as the reader sees them, for a spreadsheet; `raw` as they are, for programs. */
export type CsvValues = 'shown' | 'raw';

const lineEnd = '\r\n';
/** Without it spreadsheets take the text for one in an old encoding. */
const byteOrderMark = '\ufeff';
const formulaStart = /^[\s\u0000]*[=+\-@]|^[\t\r]/;

/**
 * The text so that no spreadsheet takes it for a formula: an apostrophe stands before one that begins with `=`, `+`, `-`
 * or `@`, or with white space before them. Numbers, dates and durations are written by us and need none.
 */
function guarded(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

function shownText(value: CellValue, { column }: ShownColumn, format: FormatCell): string {
  const text = format(value, column);
  const isOurs = typeof value === 'number' && isNumeric(column);
  return isOurs ? text : guarded(text);
}

function lines(table: string[][]): string {
  return unparse(table, { newline: lineEnd });
}

function rawText(value: CellValue): string {
  return value === null ? '' : String(value);
}

/** The first line of a CSV file, without a line end: the labels of the columns. */
export function csvHead(columns: ShownColumn[], values: CsvValues): string {
  const labels = columns.map(({ column }) => column.label);
  return values === 'raw' ? lines([labels]) : byteOrderMark + lines([labels.map(guarded)]);
}

/**
 * The rows as lines of CSV (RFC 4180), each with a line end before it. Raw values are exact and can be read back, so what
 * looks like a formula stays one; values as shown are guarded against that.
 */
export function csvLines(columns: ShownColumn[], rows: CellValue[][], values: CsvValues, format: FormatCell): string {
  if (rows.length === 0) return '';
  const textOf = (row: CellValue[], shown: ShownColumn): string => {
    const value = row[shown.at] ?? null;
    return values === 'raw' ? rawText(value) : shownText(value, shown, format);
  };
  return lineEnd + lines(rows.map((row) => columns.map((shown) => textOf(row, shown))));
}
