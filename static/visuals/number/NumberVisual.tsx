import type { NumberView } from '../../../src/shared/contract';
import { CellContent } from '../cells/CellContent';
import type { VisualProps } from '../visual-props';
import { VisualFrame } from '../VisualFrame';
import { TrendNote } from './TrendNote';

/** One value, large, with what it is and how it stands against another. */
export function NumberVisual({ title, titleId, view, busy, reader, openLink }: VisualProps<NumberView>) {
  const { value, column, label, unit, trend } = view;
  return (
    <VisualFrame title={title} titleId={titleId} busy={busy}>
      <div className="xd-metric">
        {label && <p className="xd-metric-label">{label}</p>}
        {value === null ? (
          <p className="xd-metric-value">
            <span aria-hidden="true">–</span>
            <span className="xd-note">{view.totalRows === 0 ? 'No rows' : 'No value'}</span>
          </p>
        ) : (
          <p className="xd-metric-value">
            <span className="xd-metric-number">
              <CellContent value={value} column={column} reader={reader} openLink={openLink} />
            </span>
            {unit && <span className="xd-metric-unit">{unit}</span>}
          </p>
        )}
        {trend && value !== null && <TrendNote trend={trend} view={view} reader={reader} />}
      </div>
    </VisualFrame>
  );
}
