import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { PanelSummary } from '../../../../src/shared/contract';
import { ConfirmDialog } from '../../fields/ConfirmDialog';
import { PagesShowing } from '../../sections/pages/PagesShowing';
import type { PanelActions } from '../../sections/actions/usePanelActions';
import type { PanelFormState } from '../../form-model/panel/usePanelForm';
import { SuccessorInput } from './SuccessorInput';

interface DeletePanelProps {
  state: PanelFormState;
  actions: PanelActions;
  onDeleted: (message: string) => void;
}

/** Deletes a stored panel, after asking which one its macros show instead, if any. */
export function DeletePanel({ state, actions, onDeleted }: DeletePanelProps) {
  const [asking, setAsking] = useState(false);
  const [successor, setSuccessor] = useState<PanelSummary>();
  if (!state.stored) return null;
  const { id, settings } = state.stored;
  const remove = async (): Promise<void> => {
    const deleted = await actions.remove(successor?.id);
    setAsking(false);
    if (deleted) onDeleted(deletedText(settings.name, successor));
  };
  return (
    <span className="form-buttons-end">
      <Button appearance="subtle" onClick={() => setAsking(true)}>
        Delete
      </Button>
      {asking ? (
        <ConfirmDialog
          title={`Delete ${settings.name}?`}
          confirmLabel="Delete"
          danger
          isBusy={actions.busy === 'delete'}
          onConfirm={() => void remove()}
          onCancel={() => setAsking(false)}
        >
          <p>This cannot be undone.</p>
          <PagesShowing panelIds={[id]}>These pages keep their macro:</PagesShowing>
          <SuccessorInput panelId={id} successor={successor} onChange={setSuccessor} />
          <p>
            {successor
              ? `Macros that show ${settings.name} will show ${successor.name}, to readers who may see it where they are. What they set for its columns no longer counts, nor for variables that ${successor.name} does not have.`
              : 'The macros will say that the panel no longer exists, until an editor picks another one or removes them.'}
          </p>
        </ConfirmDialog>
      ) : null}
    </span>
  );
}

const deletedText = (name: string, successor: PanelSummary | undefined): string =>
  successor ? `Deleted ${name}. Its macros show ${successor.name} now.` : `Deleted ${name}.`;
