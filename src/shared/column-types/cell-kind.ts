import type { Column } from '../frame';
import type { CellKind } from './column-type';
import { columnTypes } from './registry';

/** What of a column decides what its values are and how they are written. */
export type CellColumn = Pick<Column, 'type' | 'format'>;

/** What the cells of a column hold where they are not empty. */
export function cellKind({ type, format = {} }: CellColumn): CellKind {
  const { kind } = columnTypes[type];
  return typeof kind === 'string' ? kind : kind(format);
}

/** Whether a column's values are numbers, which can be calculated with and stand below each other in digits of one width. */
export function isNumeric(column: CellColumn): boolean {
  return cellKind(column) === 'number';
}

/** Whether a column's values are days or points in time, which go by time and not by their letters. */
export function isTime(column: CellColumn): boolean {
  const kind = cellKind(column);
  return kind === 'day' || kind === 'moment';
}

/** Whether a column shows pictures instead of its values. */
export function isImage({ type }: Pick<CellColumn, 'type'>): boolean {
  return columnTypes[type].look === 'image';
}

/** To which side a column's values stand: as the column says, else numbers to the end and all others to the start. */
export function alignmentOf(column: CellColumn & Pick<Column, 'align'>): 'start' | 'center' | 'end' {
  return column.align ?? (isNumeric(column) ? 'end' : 'start');
}
