import type { ChartSettings } from '../shared/contract';
import type { CellValue } from '../shared/frame';
import type { ChartView } from '../shared/view';
import { categoryOf, chartColumns, numberOrNull } from './chart';
import type { FrameSource } from './frame-source';
import { firstSorted } from './sort-rows';

/** More slices cannot be told apart. */
export const maxSlices = 12;
const rest = 'Other';

/**
 * The slices of a pie in the order of the rows, one for each category: the largest ones, and the sum of all others as the
 * last. Rows without a positive value are left out.
 * @throws Problem `visual-unsuited`
 */
export async function pieView(source: FrameSource, settings: ChartSettings): Promise<ChartView> {
  const { category, series } = chartColumns(source, { ...settings, series: settings.series.slice(0, 1) });
  const [names = [], values = []] = await source.values([category, ...series]);
  const { sums, leftOut } = sumsOf(names, values);
  return {
    visual: 'pie',
    category: source.columns[category]!,
    series: series.map((place) => source.columns[place]!),
    points: slices([...sums.keys()], [...sums.values()]),
    stacked: false,
    leftOut,
    totalRows: source.rowCount,
  };
}

/** What the rows of each category come to together, in the order of their first rows, and how many rows have no part in it. */
function sumsOf(names: readonly CellValue[], values: readonly CellValue[]) {
  const sums = new Map<CellValue, number>();
  let leftOut = 0;
  for (const [row, name] of names.entries()) {
    const value = numberOrNull(values[row] ?? null) ?? 0;
    const category = categoryOf(name);
    if (value > 0) sums.set(category, (sums.get(category) ?? 0) + value);
    else leftOut += 1;
  }
  return { sums, leftOut };
}

function slices(categories: readonly CellValue[], sums: readonly number[]): ChartView['points'] {
  const all = [...categories.keys()];
  const slice = (at: number) => ({ category: categories[at] ?? null, values: [sums[at] ?? null] });
  if (all.length <= maxSlices) return all.map(slice);
  const largest = firstSorted(all, [{ values: sums, type: 'number', direction: 'descending' }], maxSlices - 1);
  const shown = new Set(largest);
  const sum = all.filter((at) => !shown.has(at)).reduce((total, at) => total + (sums[at] ?? 0), 0);
  return [...all.filter((at) => shown.has(at)).map(slice), { category: rest, values: [sum] }];
}
