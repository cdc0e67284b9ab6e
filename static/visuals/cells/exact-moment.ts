import type { CellValue } from '../../../src/shared/contract';
import type { CellColumn } from '../../../src/shared/column-types/cell-text';
import { cellText } from '../../../src/shared/column-types/cell-text';
import type { Reader } from '../../../src/shared/reader';

const exact: Record<'date' | 'date-time', CellColumn> = {
  date: { type: 'date', format: { dateStyle: 'long' } },
  'date-time': { type: 'date-time', format: { dateStyle: 'long' } },
};

/** The day or time behind words such as "yesterday"; `undefined` where the cell says it by itself. */
export function exactMoment(value: CellValue, { type, format }: CellColumn, reader: Reader): string | undefined {
  if (format?.dateStyle !== 'relative' || (type !== 'date' && type !== 'date-time')) return undefined;
  return cellText(value, exact[type], reader);
}
