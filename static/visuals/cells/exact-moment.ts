import type { CellValue } from '../../../src/shared/contract';
import { type CellColumn, isTime } from '../../../src/shared/column-types/cell-kind';
import { cellText } from '../../../src/shared/column-types/cell-text';
import type { Reader } from '../../../src/shared/reader';

const exact = { dateStyle: 'long' } as const;

/** The day or time behind words such as "yesterday"; `undefined` where the cell says it by itself. */
export function exactMoment(value: CellValue, column: CellColumn, reader: Reader): string | undefined {
  if (column.format?.dateStyle !== 'relative' || !isTime(column)) return undefined;
  return cellText(value, { type: column.type, format: exact }, reader);
}
