import type { CellValue } from '../frame';
import type { Reader } from '../reader';
import type { CellColumn } from './cell-kind';
import { cellFormatter } from './cell-text';
import { columnTypes } from './registry';

/** Whether a search looks into the column: nobody sees the address behind a picture. */
export function isSearched({ type }: Pick<CellColumn, 'type'>): boolean {
  return columnTypes[type].look !== 'image';
}

/**
 * A function that answers what a search for this reader looks through in a cell of the column: its text, and on a line of
 * its own another form that people know it by, such as the ISO form of a date. Empty where the cell shows no text.
 */
export function searchTexts(column: CellColumn, reader: Reader): (value: CellValue) => string {
  if (!isSearched(column)) return () => '';
  const format = cellFormatter(reader);
  const { alsoFoundBy } = columnTypes[column.type];
  if (!alsoFoundBy) return (value) => format(value, column);
  return (value) => (value === null ? '' : `${format(value, column)}\n${alsoFoundBy(value)}`);
}
