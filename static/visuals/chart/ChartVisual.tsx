import { useId, useState } from 'react';
import type { ChartView } from '../../../src/shared/contract';
import { EmptyNote } from '../EmptyNote';
import type { VisualProps } from '../visual-props';
import { VisualFrame } from '../VisualFrame';
import { ChartCanvas } from './ChartCanvas';
import { ChartLegend } from './ChartLegend';
import { leftOutText } from './chart-text';
import { ChartTable } from './ChartTable';
import { slicesOf } from './slices';

function isEmpty(view: ChartView): boolean {
  if (view.visual === 'pie') return slicesOf(view).length === 0;
  return !view.points.some(({ values }) => values.some((value) => value !== null));
}

/** A chart with its legend, and the same values as a table: always for assistive technology, for everybody on a click. */
export function ChartVisual({ title, titleId, view, busy, reader }: VisualProps<ChartView>) {
  const [withTable, setWithTable] = useState(false);
  const tableId = useId();
  if (isEmpty(view)) {
    return (
      <VisualFrame title={title} titleId={titleId} busy={busy}>
        <EmptyNote heading="Nothing to show">
          {view.totalRows === 0 ? 'The source returned no rows.' : 'No row has a value to show in the chart.'}
        </EmptyNote>
      </VisualFrame>
    );
  }
  const leftOut = leftOutText(view, reader.locale);
  const toggle = (
    <button
      type="button"
      className="xd-button"
      aria-expanded={withTable}
      aria-controls={tableId}
      onClick={() => setWithTable(!withTable)}
    >
      {withTable ? 'Hide table' : 'Show table'}
    </button>
  );
  return (
    <VisualFrame title={title} titleId={titleId} busy={busy} tools={toggle}>
      <div className={withTable ? 'xd-chart-beside' : undefined}>
        <div className="xd-chart" data-visual={view.visual}>
          <ChartCanvas title={title} view={view} reader={reader} />
          <ChartLegend view={view} reader={reader} />
        </div>
        <div
          id={tableId}
          className={withTable ? 'xd-chart-table' : 'xd-hidden'}
          {...(withTable && { role: 'region', 'aria-label': `Values of ${title}`, tabIndex: 0 })}
        >
          <ChartTable title={title} view={view} reader={reader} />
        </div>
      </div>
      {leftOut && <p className="xd-note">{leftOut}</p>}
    </VisualFrame>
  );
}
