import type { ChartView } from '../../../src/shared/contract';

/** The share of their range that a line's values keep from the edges. */
export const roomAroundLines = 0.05;

/** Where the value axis of lines has to begin: at 0 where room below the lowest value would reach less, though no value does; else undefined. */
export function axisFloor({
  visual,
  stacked,
  points,
}: Pick<ChartView, 'visual' | 'stacked' | 'points'>): 0 | undefined {
  if (visual !== 'line') return undefined;
  const values = points.flatMap((point) => point.values.filter((value) => value !== null));
  const lowest = Math.min(...values);
  if (lowest < 0) return undefined;
  return stacked || lowest < (Math.max(...values) - lowest) * roomAroundLines ? 0 : undefined;
}
