import type { CellValue, ColumnFormat, StatusColor } from '../contract';

/** The color of the first rule whose value equals the cell, whatever its case; `neutral` where none does. */
export function statusColor(value: CellValue, format: ColumnFormat | undefined): StatusColor {
  const text = String(value).toLowerCase();
  return format?.statusColors?.find((rule) => rule.value.toLowerCase() === text)?.color ?? 'neutral';
}
