import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import { useState } from 'react';
import type { PageDraft } from './useDraft';

interface EditorToolbarProps {
  draft: PageDraft;
  onInsertMacro(): void;
  onPublish(): Promise<void>;
  onCancel(): void;
}

/** What can be added and the ways out, above the text so that frames which grow do not push it away. */
export function EditorToolbar({ draft, onInsertMacro, onPublish, onCancel }: EditorToolbarProps): ReactElement {
  const [isBusy, setBusy] = useState(false);
  const publish = async (): Promise<void> => {
    setBusy(true);
    await onPublish();
    setBusy(false);
  };
  return (
    <div className="editor-toolbar" role="toolbar" aria-label="Editor">
      <Button appearance="subtle" onClick={() => draft.addText('paragraph')}>
        Add paragraph
      </Button>
      <Button appearance="subtle" onClick={() => draft.addText('heading')}>
        Add heading
      </Button>
      <Button onClick={onInsertMacro}>Insert macro</Button>
      <span className="editor-toolbar-gap" />
      <Button appearance="subtle" onClick={onCancel}>
        Cancel
      </Button>
      <Button appearance="primary" isLoading={isBusy} onClick={() => void publish()}>
        Publish
      </Button>
    </div>
  );
}
