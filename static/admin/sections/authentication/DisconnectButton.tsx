import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { DataSourceActions } from '../actions/useDataSourceActions';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { ConfirmDialog } from '../../fields/ConfirmDialog';
import { PagesShowing } from '../pages/PagesShowing';

interface DisconnectButtonProps {
  state: DataSourceFormState;
  actions: DataSourceActions;
}

/** Forgets the tokens of a stored data source, after asking. */
export function DisconnectButton({ state, actions }: DisconnectButtonProps) {
  const [asking, setAsking] = useState(false);
  const connected = state.stored?.badge.state === 'authenticated' || state.stored?.badge.state === 'reconnect-needed';
  if (!connected) return null;
  const panels = state.stored?.panels ?? [];
  const disconnect = async (): Promise<void> => {
    await actions.disconnect();
    setAsking(false);
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>Disconnect</Button>
      {asking ? (
        <ConfirmDialog
          title="Disconnect this data source?"
          confirmLabel="Disconnect"
          danger
          isBusy={actions.busy === 'disconnect'}
          onConfirm={() => void disconnect()}
          onCancel={() => setAsking(false)}
        >
          <p>
            The app forgets its tokens{state.values.revokeUrl ? ' and revokes them at the provider' : ''}. Its panels
            show no new rows until an admin authenticates again.
          </p>
          {panels.length > 0 ? (
            <PagesShowing panelIds={panels.map(({ id }) => id)}>They are shown on these pages:</PagesShowing>
          ) : null}
        </ConfirmDialog>
      ) : null}
    </>
  );
}
