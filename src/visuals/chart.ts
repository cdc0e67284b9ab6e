import type { ChartSettings } from '../shared/contract';
import { isTime } from '../shared/column-types/cell-kind';
import type { CellValue } from '../shared/frame';
import type { ChartView } from '../shared/view';
import type { FrameSource } from './frame-source';
import { requirePlace } from './named-column';
import { shorten } from '../shared/shorten';
import { firstSorted } from './sort-rows';

/** More points lie closer together than a screen can show. */
export const maxPoints = 500;
const maxCategoryLength = 200;

/**
 * The points of bars, of a line or of areas, in the order of the rows; lines and areas over dates go by time, and where there
 * are too many points they keep the newest.
 * @throws Problem `visual-unsuited`
 */
export async function chartView(source: FrameSource, settings: ChartSettings): Promise<ChartView> {
  const { category, series } = chartColumns(source, settings);
  const rows = await chartRows(source, category, settings.type);
  const values = await source.rows(rows, [category, ...series]);
  return {
    visual: settings.type,
    category: source.columns[category]!,
    series: series.map((place) => source.columns[place]!),
    points: values.map(([name = null, ...numbers]) => ({
      category: categoryOf(name),
      values: numbers.map(numberOrNull),
    })),
    stacked: settings.stacked === true,
    leftOut: source.rowCount - rows.length,
    totalRows: source.rowCount,
  };
}

/**
 * The places of a chart's columns.
 * @throws Problem `visual-unsuited`
 */
export function chartColumns(source: FrameSource, { category, series }: Pick<ChartSettings, 'category' | 'series'>) {
  return {
    category: requirePlace(source, category, 'the categories of its chart'),
    series: series.map((key) => requirePlace(source, key, 'the values of its chart')),
  };
}

export const categoryOf = (value: CellValue) => (typeof value === 'string' ? shorten(value, maxCategoryLength) : value);

export const numberOrNull = (value: CellValue) => (typeof value === 'number' ? value : null);

async function chartRows(source: FrameSource, category: number, chart: ChartSettings['type']): Promise<number[]> {
  const isOverTime = chart !== 'bar' && isTime(source.columns[category]!);
  if (!isOverTime) return Array.from({ length: Math.min(source.rowCount, maxPoints) }, (_, row) => row);
  const [values = []] = await source.values([category]);
  const dated = Array.from(values.keys()).filter((row) => values[row] !== null);
  const { type } = source.columns[category]!;
  return firstSorted(dated, [{ values, type, direction: 'ascending' }], dated.length).slice(-maxPoints);
}
