import type { Column } from '../../../shared/frame';

/** Whether the cells of the column are numbers. */
export function isNumeric({ type, format }: Pick<Column, 'type' | 'format'>): boolean {
  if (type === 'list') return format?.list === 'count';
  return type === 'number' || type === 'currency' || type === 'percent' || type === 'duration';
}
