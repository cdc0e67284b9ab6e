import type { CellValue, ChartView } from '../../../src/shared/contract';

export interface Slice {
  category: CellValue;
  value: number;
  /** Of the whole, as a part of 1. */
  share: number;
}

/** The slices of a pie in the order of the points: those with a value above 0. */
export function slicesOf({ points }: ChartView): Slice[] {
  const drawn = points.flatMap(({ category, values: [value] }) => (value && value > 0 ? [{ category, value }] : []));
  const total = drawn.reduce((sum, { value }) => sum + value, 0);
  return drawn.map(({ category, value }) => ({ category, value, share: value / total }));
}
