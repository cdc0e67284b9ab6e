import type { ChartConfiguration } from 'chart.js';
import { cellText } from '../../../src/shared/column-types/cell-text';
import type { ChartDesign } from './chart-design';
import { commonOptions, tooltipDesign } from './chart-design';
import { categoryText } from './chart-text';
import { slicesOf } from './slices';

/** A pie as the library takes it. */
export function pieConfiguration(design: ChartDesign): ChartConfiguration {
  const { view, reader, colors } = design;
  const slices = slicesOf(view);
  const [series] = view.series;
  const share = new Intl.NumberFormat(reader.locale, { style: 'percent', maximumFractionDigits: 1 });
  const label = (at: number): string => {
    const slice = slices[at];
    return slice && series ? ` ${cellText(slice.value, series, reader)} (${share.format(slice.share)})` : '';
  };
  return {
    type: 'pie',
    data: {
      labels: slices.map(({ category }) => categoryText(category, view, reader)),
      datasets: [
        {
          data: slices.map(({ value }) => value),
          backgroundColor: slices.map((_, at) => colors.series[at % colors.series.length]),
          borderColor: colors.surface,
          borderWidth: slices.length > 1 ? 2 : 0,
          hoverOffset: 4,
        },
      ],
    },
    options: {
      ...commonOptions(design),
      layout: { padding: 4 },
      plugins: { tooltip: { ...tooltipDesign(design), callbacks: { label: ({ dataIndex }) => label(dataIndex) } } },
    },
  };
}
