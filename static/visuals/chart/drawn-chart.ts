import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  Tooltip,
} from 'chart.js';
import type { ChartView } from '../../../src/shared/contract';
import type { Reader } from '../../../src/shared/reader';
import { axesConfiguration } from './axes-chart';
import { chartColors } from './chart-colors';
import { pieConfiguration } from './pie-chart';

Chart.register(BarController, BarElement, LineController, LineElement, PointElement, PieController, ArcElement);
Chart.register(CategoryScale, LinearScale, Filler, Tooltip);

export interface DrawnChart {
  /** Draws it again where the theme has other colors now. */
  recolor(): void;
  destroy(): void;
}

/** Draws a view on a canvas, in motion only where nothing was drawn before; it fits itself to the box around it. */
export function drawChart(canvas: HTMLCanvasElement, view: ChartView, reader: Reader, isFirst: boolean): DrawnChart {
  let colors = chartColors(canvas);
  const draw = (isAnimated: boolean): Chart => {
    const still = !isAnimated || matchMedia('(prefers-reduced-motion: reduce)').matches;
    Chart.defaults.font.family = colors.fontFamily;
    const design = { view, reader, colors, still };
    return new Chart(canvas, view.visual === 'pie' ? pieConfiguration(design) : axesConfiguration(design));
  };
  let chart = draw(isFirst);
  const recolor = (): void => {
    const now = chartColors(canvas);
    if (JSON.stringify(now) === JSON.stringify(colors)) return;
    colors = now;
    chart.destroy();
    chart = draw(false);
  };
  return { recolor, destroy: () => chart.destroy() };
}
