import type { KeyValueView } from '../../../src/shared/contract';
import { CellContent } from '../cells/CellContent';
import { isNumeric } from '../../../src/shared/column-types/cell-kind';
import { EmptyNote } from '../EmptyNote';
import { firstOfText } from '../reading-text';
import { cellsAt, otherPlaces } from '../cells-at';
import type { VisualProps } from '../visual-props';
import { VisualFrame } from '../VisualFrame';

/** One record, a line for each of its values. */
export function KeyValueVisual({ title, titleId, view, busy, reader, openLink }: VisualProps<KeyValueView>) {
  const { columns, row, totalRows } = view;
  if (!row) {
    return (
      <VisualFrame title={title} titleId={titleId} busy={busy}>
        <EmptyNote heading="No rows">The source returned no rows.</EmptyNote>
      </VisualFrame>
    );
  }
  return (
    <VisualFrame title={title} titleId={titleId} busy={busy}>
      <dl className="xd-record">
        {cellsAt(columns, row, otherPlaces(columns, [])).map(({ column, value }) => (
          <div key={column.key}>
            <dt>{column.label}</dt>
            <dd data-numeric={isNumeric(column) || undefined}>
              {value === null ? (
                <span className="xd-none">None</span>
              ) : (
                <CellContent value={value} column={column} reader={reader} openLink={openLink} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      {totalRows > 1 && <p className="xd-note">{firstOfText(totalRows, reader.locale)}</p>}
    </VisualFrame>
  );
}
