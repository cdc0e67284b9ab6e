import type { CellValue, ChartName, ChartView, Column } from '../../../src/shared/contract';
import { cellText } from '../../../src/shared/column-types/cell-text';
import { columnTypes } from '../../../src/shared/column-types/registry';
import type { Reader } from '../../../src/shared/reader';
import { counted } from '../reading-text';

const names: Record<ChartName, string> = { bar: 'Bar chart', line: 'Line chart', area: 'Area chart', pie: 'Pie chart' };

/** What stands below a point or beside a slice. */
export function categoryText(category: CellValue, { category: column }: ChartView, reader: Reader): string {
  return category === null || category === '' ? 'None' : cellText(category, column, reader);
}

function extremes(view: ChartView, at: number, series: Column, reader: Reader): string {
  const points = view.points.flatMap(({ category, values }) => {
    const value = values[at] ?? null;
    return value === null ? [] : [{ category, value }];
  });
  const [first] = points;
  if (!first) return `${series.label} has no values.`;
  const least = points.reduce((a, b) => (b.value < a.value ? b : a), first);
  const most = points.reduce((a, b) => (b.value > a.value ? b : a), first);
  const said = ({ category, value }: typeof first): string =>
    `${cellText(value, series, reader)} at ${categoryText(category, view, reader)}`;
  if (least.value === most.value) return `${series.label} is ${cellText(first.value, series, reader)} throughout.`;
  return `${series.label} goes from ${said(least)} to ${said(most)}.`;
}

/** The chart in sentences, for those who do not see it: what it shows, over how many points, and where it peaks. */
export function chartSummary(title: string, view: ChartView, reader: Reader): string {
  const series = view.series.map(({ label }) => label).join(', ');
  const what = `${names[view.visual]} “${title}”: ${series} by ${view.category.label}`;
  const said = view.series.slice(0, 3).map((column, at) => extremes(view, at, column, reader));
  return [`${what}, ${counted(view.points.length, 'point', reader.locale)}.`, ...said].join(' ');
}

/** What a chart could not show, or null where it shows all. */
export function leftOutText({ visual, points, leftOut }: ChartView, locale: string): string | null {
  if (leftOut === 0) return null;
  if (visual === 'pie') {
    return `${counted(leftOut, 'row', locale)} without a value above 0 ${leftOut === 1 ? 'is' : 'are'} left out.`;
  }
  const number = new Intl.NumberFormat(locale);
  return `Showing ${number.format(points.length)} of ${number.format(points.length + leftOut)} points.`;
}

/** Longer numbers leave no room for the chart. */
const shortFrom = 1e7;

/** A mark on the axis of values, as the series writes them but without decimals that are all zero. */
export function tickText(value: number, column: Column, reader: Reader): string {
  const { writeShort } = columnTypes[column.type];
  if (!writeShort) return cellText(value, column, reader);
  if (Math.abs(value) >= shortFrom) return writeShort(column.format ?? {}, reader)(value);
  return cellText(value, tickColumn(column, value), reader);
}

const wholeTicks = new WeakMap<Column, Column>();
const partTicks = new WeakMap<Column, Column>();

function tickColumn(column: Column, value: number): Column {
  const kept = Number.isInteger(value) ? wholeTicks : partTicks;
  let made = kept.get(column);
  const decimals = Number.isInteger(value) ? 0 : undefined;
  if (!made) kept.set(column, (made = { ...column, format: { ...column.format, decimals } }));
  return made;
}
