import type { CellColumn } from './cell-text';
import type { Column } from '../contract';

const numeric: readonly string[] = ['number', 'currency', 'percent', 'duration'];

/** Whether a column's values are set in digits of one width, as amounts that stand below each other. */
export function isNumeric({ type, format }: CellColumn): boolean {
  return numeric.includes(type) || (type === 'list' && format?.list === 'count');
}

/** To which side a column's values stand: as the column says, else numbers to the end and all others to the start. */
export function alignmentOf(column: CellColumn & Pick<Column, 'align'>): 'start' | 'center' | 'end' {
  return column.align ?? (isNumeric(column) ? 'end' : 'start');
}
