import type { ReactElement } from 'react';
import type { MacroNode } from '../../shared/api';
import { ModuleView } from '../frame/ModuleView';
import { useHost } from '../host';
import { MacroBody } from './MacroBody';
import { NodeControls } from './NodeControls';
import type { PageDraft } from './useDraft';

interface MacroNodeEditorProps {
  id: string;
  macro: MacroNode;
  draft: PageDraft;
  pageId: string;
  onConfigure(): void;
}

/** A macro in the editor: its buttons, and under them the live view of the settings as they stand. */
export function MacroNodeEditor({ id, macro, draft, pageId, onConfigure }: MacroNodeEditorProps): ReactElement {
  const { state } = useHost();
  const module = state.modules.find((one) => one.key === macro.moduleKey);
  const title = module?.title ?? macro.moduleKey;
  const { moduleKey, localId, config, body } = macro;
  return (
    <div className="node node-macro" role="group" aria-label={`Macro ${title}`}>
      <NodeControls id={id} draft={draft}>
        <strong className="node-name">{title}</strong>
        {module?.config && (
          <button type="button" className="small-button" onClick={onConfigure}>
            Edit settings
          </button>
        )}
      </NodeControls>
      {module?.layout === 'bodied' && <MacroBody body={body} onChange={(changed) => draft.setBody(localId, changed)} />}
      <ModuleView
        request={{
          moduleKey,
          surface: 'main',
          contentId: pageId,
          macroLocalId: localId,
          isEditing: true,
          config,
          body,
        }}
      />
    </div>
  );
}
