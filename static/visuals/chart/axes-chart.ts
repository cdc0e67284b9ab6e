import type { ChartConfiguration, ChartDataset, ChartOptions } from 'chart.js';
import { isTime } from '../../../src/shared/column-types/cell-kind';
import { cellText } from '../../../src/shared/column-types/cell-text';
import { axisFloor, roomAroundLines } from './axis-floor';
import { categoryLabels, labelsAll } from './category-labels';
import type { ChartDesign } from './chart-design';
import { commonOptions, tooltipDesign } from './chart-design';
import { categoryText, tickText } from './chart-text';

/** With more points than this, a mark on each would hide the line. */
const mostMarks = 40;
const widestBar = 56;
/** Fewer bars than this would stand too far from each other. */
const fewBars = 7;

function dataset(design: ChartDesign, at: number): ChartDataset<'bar' | 'line'> {
  const { view, colors } = design;
  const color = colors.series[at % colors.series.length] ?? colors.text;
  const data = view.points.map(({ values }) => values[at] ?? null);
  const label = view.series[at]?.label;
  if (view.visual === 'bar') {
    const categoryPercentage = view.points.length < fewBars ? 0.55 : 0.8;
    const shape = { borderRadius: 3, maxBarThickness: widestBar, barPercentage: 0.92, categoryPercentage };
    return { type: 'bar', label, data, backgroundColor: color, ...shape };
  }
  const isArea = view.visual === 'area';
  return {
    type: 'line',
    label,
    data,
    borderColor: color,
    backgroundColor: isArea ? withAlpha(color, 0.24) : color,
    fill: isArea && (view.stacked && at > 0 ? '-1' : 'origin'),
    borderWidth: 2,
    borderJoinStyle: 'round',
    pointBackgroundColor: color,
    pointHoverBackgroundColor: color,
    pointHoverBorderWidth: 0,
    pointBorderWidth: 0,
    pointRadius: view.points.length > mostMarks ? 0 : isArea ? 2 : 3,
    pointHoverRadius: 5,
    tension: 0,
  };
}

/** A color of six hexadecimal digits made translucent; one of another form stays as it is. */
function withAlpha(color: string, alpha: number): string {
  const part = Math.round(alpha * 255)
    .toString(16)
    .padStart(2, '0');
  return /^#[\da-f]{6}$/i.test(color) ? `${color}${part}` : color;
}

function scales({ view, reader, colors }: ChartDesign): ChartOptions<'bar' | 'line'>['scales'] {
  const [first] = view.series;
  const labels = categoryLabels(view, reader);
  const ticks = { color: colors.text, font: { size: 12 } };
  return {
    x: {
      type: 'category',
      stacked: view.stacked,
      grid: { display: false },
      border: { color: colors.grid },
      ticks: {
        ...ticks,
        autoSkip: !labelsAll(view),
        autoSkipPadding: 12,
        maxRotation: isTime(view.category) ? 0 : 40, // fewer times say as much, names do not
        callback(_, at) {
          return labels(this.chart.width)[at];
        },
      },
    },
    y: {
      type: 'linear',
      stacked: view.stacked,
      beginAtZero: view.visual !== 'line',
      min: axisFloor(view),
      grace: view.visual === 'line' ? `${roomAroundLines * 100}%` : 0,
      grid: { color: colors.grid, drawTicks: false },
      border: { display: false },
      ticks: {
        ...ticks,
        padding: 8,
        maxTicksLimit: 6,
        callback: (value) => (first ? tickText(Number(value), first, reader) : value),
      },
    },
  };
}

/** A bar, line or area chart as the library takes it. */
export function axesConfiguration(design: ChartDesign): ChartConfiguration<'bar' | 'line'> {
  const { view, reader } = design;
  const label = (seriesAt: number, value: number | null): string => {
    const series = view.series[seriesAt];
    return series && value !== null ? ` ${series.label}: ${cellText(value, series, reader)}` : '';
  };
  return {
    type: view.visual === 'bar' ? 'bar' : 'line',
    data: {
      labels: view.points.map(({ category }) => categoryText(category, view, reader)),
      datasets: view.series.map((_, at) => dataset(design, at)),
    },
    options: {
      ...commonOptions(design),
      interaction: { mode: 'index', intersect: false },
      scales: scales(design),
      plugins: {
        tooltip: {
          ...tooltipDesign(design),
          callbacks: { label: ({ datasetIndex, parsed }) => label(datasetIndex, parsed.y) },
        },
      },
    },
  };
}
