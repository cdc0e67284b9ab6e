import { unparse } from 'papaparse';
import type { CellValue } from '../../../../src/shared/contract';
import type { FormatCell } from '../../../../src/shared/column-types/cell-text';
import type { ShownColumn } from '../shown-columns';
import { guarded, shownText } from './shown-text';

/** `shown` writes values as the reader sees them, for a spreadsheet; `raw` as they are, for programs. */
export type CsvValues = 'shown' | 'raw';

const lineEnd = '\r\n';
/** Without it spreadsheets take the text for one in an old encoding. */
const byteOrderMark = '\ufeff';
/** Cells with what other spreadsheets separate cells by are quoted as well. */
function lines(table: string[][]): string {
  return unparse(table, { newline: lineEnd, quotes: (value) => /[;|\t]/.test(String(value)) });
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
    return values === 'raw' ? rawText(value) : shownText(value, shown.column, format);
  };
  return lineEnd + lines(rows.map((row) => columns.map((shown) => textOf(row, shown))));
}
