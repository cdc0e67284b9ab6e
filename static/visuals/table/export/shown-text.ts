import type { CellValue, Column } from '../../../../src/shared/contract';
import type { FormatCell } from '../../../../src/shared/column-types/cell-text';
import { isNumeric } from '../../../../src/shared/column-types/cell-kind';

/** `=`, `+`, `-`, `@` and their full-width forms, with white space before them or without. */
const formulaStart = /^[\s\u0000]*[=+\-@＝＋－＠]|^[\t\r]/;
/** What a spreadsheet may take for the end of a cell, before such a start. */
const cellEnd = /[;,|\t\r\n](?=[\s\u0000]{0,20}[=+\-@＝＋－＠])/g;

/**
 * The text so that no spreadsheet takes it, or a part of it, for a formula: an apostrophe stands before whatever looks like the
 * start of one, at the beginning and after every character at which a spreadsheet may cut the text into cells.
 */
export function guarded(text: string): string {
  const start = text.length - text.trimStart().length;
  const inner = text.slice(start).replace(cellEnd, "$&'");
  return `${formulaStart.test(text) ? "'" : ''}${text.slice(0, start)}${inner}`;
}

/** The cell as the reader sees it, guarded for spreadsheets; numbers, which are written by us, need no guard. */
export function shownText(value: CellValue, column: Column, format: FormatCell): string {
  const text = format(value, column);
  const isOurs = typeof value === 'number' && isNumeric(column);
  return isOurs ? text : guarded(text);
}
