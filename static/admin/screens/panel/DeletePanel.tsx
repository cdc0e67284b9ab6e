import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { ConfirmDialog } from '../../fields/ConfirmDialog';
import { PagesShowing } from '../../sections/pages/PagesShowing';
import type { PanelActions } from '../../sections/actions/usePanelActions';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';

interface DeletePanelProps {
  state: PanelFormState;
  actions: PanelActions;
  onDeleted: (message: string) => void;
}

/** Deletes a stored panel, after asking. */
export function DeletePanel({ state, actions, onDeleted }: DeletePanelProps) {
  const [asking, setAsking] = useState(false);
  if (!state.stored) return null;
  const { name } = state.stored.settings;
  const remove = async (): Promise<void> => {
    const deleted = await actions.remove();
    setAsking(false);
    if (deleted) onDeleted(`Deleted ${name}.`);
  };
  return (
    <span className="form-buttons-end">
      <Button appearance="subtle" onClick={() => setAsking(true)}>
        Delete
      </Button>
      {asking ? (
        <ConfirmDialog
          title={`Delete ${name}?`}
          confirmLabel="Delete"
          danger
          isBusy={actions.busy === 'delete'}
          onConfirm={() => void remove()}
          onCancel={() => setAsking(false)}
        >
          <p>This cannot be undone.</p>
          <PagesShowing panelIds={[state.stored.id]}>
            These pages keep their macro. It will say that the panel no longer exists, until an editor picks another one
            or removes it:
          </PagesShowing>
        </ConfirmDialog>
      ) : null}
    </span>
  );
}
