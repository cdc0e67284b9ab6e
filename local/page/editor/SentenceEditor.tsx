import type { ReactElement, SyntheticEvent } from 'react';
import type { MacroNode, SentenceNode } from '../../shared/api';
import { ModuleView } from '../frame/ModuleView';
import { useHost } from '../host';
import { NodeControls } from './NodeControls';
import type { PageDraft } from './useDraft';

interface SentenceEditorProps {
  id: string;
  node: SentenceNode;
  draft: PageDraft;
  pageId: string;
  onConfigure(localId: string): void;
}

/** A paragraph with inline macros: its words in text fields, the macros live between them. */
export function SentenceEditor({ id, node, draft, pageId, onConfigure }: SentenceEditorProps): ReactElement {
  const chosen = (part: number) => (event: SyntheticEvent<HTMLTextAreaElement>) =>
    draft.choose(id, { part, at: event.currentTarget.selectionStart });
  return (
    <div className="node" role="group" aria-label="Sentence">
      <NodeControls id={id} draft={draft} />
      <div className="sentence sentence-editor">
        {node.parts.map((part, place) =>
          typeof part === 'string' ? (
            <textarea
              key={place}
              className="sentence-words"
              aria-label={`Words ${place / 2 + 1} of the sentence`}
              rows={1}
              value={part}
              onFocus={chosen(place)}
              onSelect={chosen(place)}
              onChange={(event) => draft.setWords(id, place, event.target.value)}
            />
          ) : (
            <InlineMacro
              key={part.localId}
              {...{ macro: part, pageId, onConfigure }}
              onRemove={() => draft.removeInline(part.localId)}
            />
          ),
        )}
      </div>
    </div>
  );
}

interface InlineMacroProps {
  macro: MacroNode;
  pageId: string;
  onConfigure(localId: string): void;
  onRemove(): void;
}

function InlineMacro({ macro, pageId, onConfigure, onRemove }: InlineMacroProps): ReactElement {
  const { state } = useHost();
  const { moduleKey, localId, config } = macro;
  const module = state.modules.find((one) => one.key === moduleKey);
  const title = module?.title ?? moduleKey;
  const request = {
    moduleKey,
    surface: 'main',
    contentId: pageId,
    macroLocalId: localId,
    isEditing: true,
    config,
  } as const;
  return (
    <span className="inline-macro" role="group" aria-label={`Macro ${title}`}>
      <ModuleView request={request} isInline />
      {module?.config && (
        <button type="button" className="small-button" onClick={() => onConfigure(localId)}>
          Edit settings
        </button>
      )}
      <button type="button" className="small-button" onClick={onRemove}>
        Remove
      </button>
    </span>
  );
}
