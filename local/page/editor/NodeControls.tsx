import type { ReactElement, ReactNode } from 'react';
import type { PageDraft } from './useDraft';

interface NodeControlsProps {
  id: string;
  draft: PageDraft;
  children?: ReactNode;
}

/** The buttons of one body node. */
export function NodeControls({ id, draft, children }: NodeControlsProps): ReactElement {
  const first = draft.nodes[0]?.id === id;
  const last = draft.nodes.at(-1)?.id === id;
  return (
    <div className="node-controls">
      {children}
      <button type="button" className="small-button" disabled={first} onClick={() => draft.move(id, -1)}>
        Move up
      </button>
      <button type="button" className="small-button" disabled={last} onClick={() => draft.move(id, 1)}>
        Move down
      </button>
      <button type="button" className="small-button" onClick={() => draft.remove(id)}>
        Remove
      </button>
    </div>
  );
}
