import type { CellValue, ColumnFormat, StatusColor } from '../../../src/shared/contract';

/** The color of the highest threshold that a number reaches; undefined where it reaches none. */
export function thresholdColor(value: CellValue, { thresholds = [] }: ColumnFormat): StatusColor | undefined {
  if (typeof value !== 'number') return undefined;
  const reached = thresholds.filter(({ from }) => value >= from).sort((one, other) => other.from - one.from);
  return reached[0]?.color;
}

/** How much of its cell the bar of a number fills, such as `42%`; undefined where there is none. */
export function barLength(value: CellValue, { fullBar }: ColumnFormat): string | undefined {
  if (typeof value !== 'number' || !fullBar) return undefined;
  return `${Math.round(Math.min(1, Math.max(0, value / fullBar)) * 100)}%`;
}
