import type { CellValue, ChartName, ChartView, Column } from '../../../src/shared/contract';
import { cellText } from '../../../src/shared/column-types/cell-text';
import { columnTypes } from '../../../src/shared/column-types/registry';
import { type CountForms, countPhrase, phrase } from '../../../src/shared/phrase';
import type { Reader } from '../../../src/shared/reader';

const names: Record<ChartName, string> = { bar: 'Bar chart', line: 'Line chart', area: 'Area chart', pie: 'Pie chart' };

const summary: CountForms = {
  one: '{chart} “{title}”: {series} by {category}, {count} point.',
  other: '{chart} “{title}”: {series} by {category}, {count} points.',
};
const noValues = '{series} has no values.';
const sameThroughout = '{series} is {value} throughout.';
const fromTo = '{series} goes from {least} at {leastAt} to {most} at {mostAt}.';
const pieRows: CountForms = {
  one: '{count} row without a value above 0 is left out.',
  other: '{count} rows without a value above 0 are left out.',
};
const somePoints = 'Showing {shown} of {all} points.';

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
  if (!first) return phrase(noValues, { series: series.label });
  const least = points.reduce((a, b) => (b.value < a.value ? b : a), first);
  const most = points.reduce((a, b) => (b.value > a.value ? b : a), first);
  const text = ({ value }: typeof first): string => cellText(value, series, reader);
  const place = ({ category }: typeof first): string => categoryText(category, view, reader);
  if (least.value === most.value) return phrase(sameThroughout, { series: series.label, value: text(first) });
  const ends = { least: text(least), leastAt: place(least), most: text(most), mostAt: place(most) };
  return phrase(fromTo, { series: series.label, ...ends });
}

/** The chart in sentences, for those who do not see it: what it shows, over how many points, and where it peaks. */
export function chartSummary(title: string, view: ChartView, reader: Reader): string {
  const series = view.series.map(({ label }) => label).join(', ');
  const values = { chart: names[view.visual], title, series, category: view.category.label };
  const what = countPhrase(view.points.length, summary, values, { locale: reader.locale });
  return [what, ...view.series.slice(0, 3).map((column, at) => extremes(view, at, column, reader))].join(' ');
}

/** What a chart could not show, or null where it shows all. */
export function leftOutText({ visual, points, leftOut }: ChartView, locale: string): string | null {
  if (leftOut === 0) return null;
  if (visual === 'pie') return countPhrase(leftOut, pieRows, {}, { locale });
  const number = new Intl.NumberFormat(locale);
  return phrase(somePoints, { shown: number.format(points.length), all: number.format(points.length + leftOut) });
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
