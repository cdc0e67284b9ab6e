import type { ChartView } from '../../../src/shared/contract';
import { cellText } from '../../../src/shared/column-types/cell-text';
import type { Reader } from '../../../src/shared/reader';
import { categoryText } from './chart-text';
import { seriesColor } from './chart-colors';
import { slicesOf } from './slices';

interface ChartLegendProps {
  view: ChartView;
  reader: Reader;
}

function PieLegend({ view, reader }: ChartLegendProps) {
  const [series] = view.series;
  const share = new Intl.NumberFormat(reader.locale, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <ul className="xd-legend xd-legend-slices">
      {slicesOf(view).map(({ category, value, share: part }, at) => (
        <li key={at}>
          <i style={{ background: seriesColor(at) }} />
          <span>{categoryText(category, view, reader)}</span>
          <span className="xd-legend-value">{series && cellText(value, series, reader)}</span>
          <span className="xd-legend-share">{share.format(part)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What each color stands for; nothing where there is only one. It is for the eye, the table says the same. */
export function ChartLegend({ view, reader }: ChartLegendProps) {
  if (view.visual === 'pie') return <PieLegend view={view} reader={reader} />;
  if (view.series.length < 2) return null;
  return (
    <ul className="xd-legend">
      {view.series.map(({ key, label }, at) => (
        <li key={key}>
          <i style={{ background: seriesColor(at) }} />
          <span>{label}</span>
        </li>
      ))}
    </ul>
  );
}
