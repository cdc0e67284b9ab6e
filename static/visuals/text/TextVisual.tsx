import { Fragment } from 'react';
import type { TextView } from '../../../src/shared/contract';
import { CellContent } from '../cells/CellContent';
import { EmptyNote } from '../EmptyNote';
import type { VisualProps } from '../visual-props';
import { VisualFrame } from '../VisualFrame';

type Part = TextView['parts'][number];

function Words({ part, reader, openLink }: { part: Part } & Pick<VisualProps<TextView>, 'reader' | 'openLink'>) {
  if ('text' in part) return <>{part.text}</>;
  if (part.value === null) return <>–</>;
  return (
    <strong className="xd-said">
      <CellContent value={part.value} column={part.column} reader={reader} openLink={openLink} />
    </strong>
  );
}

/** A sentence with values in it, which stand out a little. */
export function TextVisual({ title, titleId, view, busy, reader, openLink }: VisualProps<TextView>) {
  return (
    <VisualFrame title={title} titleId={titleId} busy={busy}>
      {view.totalRows === 0 ? (
        <EmptyNote heading="No rows">The source returned no rows.</EmptyNote>
      ) : (
        <p className="xd-sentence">
          {view.parts.map((part, index) => (
            <Fragment key={index}>
              <Words part={part} reader={reader} openLink={openLink} />
            </Fragment>
          ))}
        </p>
      )}
    </VisualFrame>
  );
}
