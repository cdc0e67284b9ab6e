import type { ReactElement } from 'react';
import type { TextNode } from '../../shared/api';
import { NodeControls } from './NodeControls';
import type { PageDraft } from './useDraft';

interface TextNodeEditorProps {
  id: string;
  node: TextNode;
  draft: PageDraft;
}

/** A paragraph or heading as a text field that looks like the page. */
export function TextNodeEditor({ id, node, draft }: TextNodeEditorProps): ReactElement {
  const name = node.kind === 'heading' ? 'Heading' : 'Paragraph';
  return (
    <div className="node" role="group" aria-label={name}>
      <NodeControls id={id} draft={draft} />
      <textarea
        className="node-text"
        data-kind={node.kind}
        aria-label={`${name} text`}
        placeholder={node.kind === 'heading' ? 'Heading' : 'Write something'}
        rows={1}
        value={node.text}
        onFocus={(event) => draft.choose(id, { part: 0, at: event.target.selectionStart })}
        onSelect={(event) => draft.choose(id, { part: 0, at: event.currentTarget.selectionStart })}
        onChange={(event) => draft.setText(id, event.target.value)}
      />
    </div>
  );
}
