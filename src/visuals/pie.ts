import type { ChartSettings } from '../contract';
import type { CellValue } from '../frame';
import type { ChartView } from '../view';
import { categoryOf, chartColumns, numberOf } from './chart';
import type { FrameSource } from './frame-source';
import { firstSorted } from './sort-rows';

/** More slices cannot be told apart. */
export const maxSlices = 12;
const rest = 'Other';

/**
 * The slices of a pie in the order of the rows: the largest ones, and the sum of all others as the last. Rows without a
 * positive value are left out.
 * @throws Problem `visual-unsuited`
 */
export async function pieView(source: FrameSource, settings: ChartSettings): Promise<ChartView> {
  const { category, series } = chartColumns(source, { ...settings, series: settings.series.slice(0, 1) });
  const [names = [], values = []] = await source.values([category, ...series]);
  const positive = Array.from(values.keys()).filter((row) => (numberOf(values[row] ?? null) ?? 0) > 0);
  return {
    visual: 'pie',
    category: source.columns[category]!,
    series: series.map((place) => source.columns[place]!),
    points: slices(positive, names, values),
    stacked: false,
    leftOut: source.rowCount - positive.length,
    totalRows: source.rowCount,
  };
}

function slices(
  rows: readonly number[],
  names: readonly CellValue[],
  values: readonly CellValue[],
): ChartView['points'] {
  const slice = (row: number) => ({
    category: categoryOf(names[row] ?? null),
    values: [numberOf(values[row] ?? null)],
  });
  if (rows.length <= maxSlices) return rows.map(slice);
  const largest = firstSorted(rows, [{ values, type: 'number', direction: 'descending' }], maxSlices - 1);
  const shown = new Set(largest);
  const others = rows.filter((row) => !shown.has(row));
  const sum = others.reduce((total, row) => total + (numberOf(values[row] ?? null) ?? 0), 0);
  return [...rows.filter((row) => shown.has(row)).map(slice), { category: rest, values: [sum] }];
}
