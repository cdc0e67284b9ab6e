import type { ChartOptions, TooltipOptions } from 'chart.js';
import type { ChartView } from '../../../src/shared/contract';
import type { Reader } from '../../../src/shared/reader';
import type { ChartColors } from './chart-colors';

/** What a chart is made from. */
export interface ChartDesign {
  view: ChartView;
  reader: Reader;
  colors: ChartColors;
  /** Without movement. */
  still: boolean;
}

/** The box that says the values where the pointer is, as the design system draws its tooltips. */
export function tooltipDesign({ colors }: ChartDesign): Partial<TooltipOptions> {
  return {
    backgroundColor: colors.tooltip,
    titleColor: colors.tooltipText,
    bodyColor: colors.tooltipText,
    titleFont: { weight: 600 },
    padding: { x: 10, y: 8 },
    cornerRadius: 4,
    boxWidth: 8,
    boxHeight: 8,
    boxPadding: 6,
    usePointStyle: true,
    caretSize: 0,
    caretPadding: 8,
  };
}

/** What is common to all charts. */
export function commonOptions({
  colors,
  still,
}: ChartDesign): Pick<ChartOptions, 'responsive' | 'maintainAspectRatio' | 'color' | 'animation'> {
  return {
    responsive: true,
    maintainAspectRatio: false,
    color: colors.text,
    animation: still ? false : { duration: 300 },
  };
}
