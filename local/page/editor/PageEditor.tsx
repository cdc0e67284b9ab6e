import Spinner from '@atlaskit/spinner';
import type { ReactElement } from 'react';
import { useState } from 'react';
import type { HostPage, HostSpace, ModuleInfo } from '../../shared/api';
import { macrosOf } from '../../shared/macros';
import { mayEdit, useHost } from '../host';
import { pathOf } from '../route';
import { messageOf, server } from '../server';
import '../styles/editor.css';
import { useHostPage } from '../useHostPage';
import { Refusal } from '../views/Refusal';
import { EditorToolbar } from './EditorToolbar';
import { MacroPicker } from './MacroPicker';
import { MacroNodeEditor } from './MacroNodeEditor';
import { SentenceEditor } from './SentenceEditor';
import { SettingsDialog } from './SettingsDialog';
import { TextNodeEditor } from './TextNodeEditor';
import type { PageDraft, DraftNode } from './useDraft';
import { bodyOf, useDraft } from './useDraft';

/** The page editor, for whoever may edit. */
export function PageEditor({ pageId }: { pageId: string }): ReactElement {
  const { state } = useHost();
  const loaded = useHostPage(pageId);
  if (!mayEdit(state)) {
    return (
      <Refusal
        title="You cannot edit this page"
        text="Your account can only read here. An editor can change the page."
      />
    );
  }
  if (loaded.at === 'loading') return <Spinner label="Loading the page" />;
  if (loaded.at === 'refused') return <Refusal title="This page cannot be shown" text={loaded.message} />;
  const space = state.spaces.find((one) => one.id === loaded.page.spaceId);
  if (!space) return <Refusal title="No such space" text="The space of this page is not on this site." />;
  return <Editor page={loaded.page} space={space} />;
}

function Editor({ page, space }: { page: HostPage; space: HostSpace }): ReactElement {
  const draft = useDraft(page);
  const [isPicking, setPicking] = useState(false);
  const [configuring, setConfiguring] = useState<string | null>(null);
  const [inserted, setInserted] = useState<string | null>(null);
  const leave = useLeave(page, space);
  const insert = (module: ModuleInfo): void => {
    setPicking(false);
    const added = draft.addMacro(module);
    if (!module.config?.openOnInsert) return;
    setInserted(added.localId);
    setConfiguring(added.localId);
  };
  const open = macrosOf(draft.nodes.map(({ node }) => node)).find(({ localId }) => localId === configuring);
  return (
    <article className="page editor">
      <EditorToolbar
        draft={draft}
        onInsertMacro={() => setPicking(true)}
        onPublish={() => leave.publish(draft)}
        onCancel={() => void leave.cancel()}
      />
      <input
        className="editor-title"
        aria-label="Page title"
        placeholder="Give this page a title"
        value={draft.title}
        onChange={(event) => draft.setTitle(event.target.value)}
      />
      {draft.nodes.map((item) => (
        <NodeEditor key={item.id} item={item} draft={draft} pageId={page.id} onConfigure={setConfiguring} />
      ))}
      {isPicking && <MacroPicker onPick={insert} onClose={() => setPicking(false)} />}
      {open && (
        <SettingsDialog
          macro={open}
          pageId={page.id}
          isInserting={inserted === open.localId}
          onSave={(config, body) => {
            draft.setConfig(open.localId, config);
            if (body !== undefined) draft.setBody(open.localId, body);
          }}
          onClose={() => {
            setConfiguring(null);
            setInserted(null);
          }}
        />
      )}
    </article>
  );
}

interface NodeEditorProps {
  item: DraftNode;
  draft: PageDraft;
  pageId: string;
  onConfigure(localId: string): void;
}

function NodeEditor({ item: { id, node }, draft, pageId, onConfigure }: NodeEditorProps): ReactElement {
  if (node.kind === 'sentence') return <SentenceEditor {...{ id, node, draft, pageId, onConfigure }} />;
  if (node.kind !== 'macro') return <TextNodeEditor id={id} node={node} draft={draft} />;
  return <MacroNodeEditor {...{ id, macro: node, draft, pageId }} onConfigure={() => onConfigure(node.localId)} />;
}

/** The two ways out of the editor: publishing, which stays when the host refuses, and going back. */
function useLeave(
  page: HostPage,
  space: HostSpace,
): { publish(draft: PageDraft): Promise<void>; cancel(): Promise<void> } {
  const { go, refresh, shell } = useHost();
  const isNew = page.status === 'draft';
  const publish = async (draft: PageDraft): Promise<void> => {
    try {
      const title = draft.title.trim() || 'Untitled';
      await server.savePage(page.id, { title, status: 'current', body: bodyOf(draft.nodes) });
      await refresh();
      go(pathOf({ at: 'page', spaceKey: space.key, pageId: page.id }));
    } catch (error) {
      const description = messageOf(error);
      shell.showFlag({ id: 'publish', type: 'error', title: 'The page was not published', description });
    }
  };
  const cancel = async (): Promise<void> => {
    if (!isNew) return go(pathOf({ at: 'page', spaceKey: space.key, pageId: page.id }));
    await server.dropDraft(page.id).catch(() => undefined); // then it is left among the drafts
    await refresh();
    go(pathOf({ at: 'space', spaceKey: space.key }));
  };
  return { publish, cancel };
}
