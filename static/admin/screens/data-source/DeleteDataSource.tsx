import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { DataSourceView } from '../../../../src/shared/contract';
import { countPhrase } from '../../../../src/shared/phrase';
import { ConfirmDialog } from '../../fields/ConfirmDialog';
import { adminReader } from '../../fields/admin-reader';
import { PagesShowing } from '../../sections/pages/PagesShowing';
import type { DataSourceActions } from '../../sections/actions/useDataSourceActions';

interface DeleteDataSourceProps {
  stored: DataSourceView | undefined;
  actions: DataSourceActions;
  onDeleted: (message: string) => void;
}

/** Deletes a stored data source after naming the panels that go with it. */
export function DeleteDataSource({ stored, actions, onDeleted }: DeleteDataSourceProps) {
  const [asking, setAsking] = useState(false);
  if (!stored) return null;
  const { settings, panels } = stored;
  const remove = async (): Promise<void> => {
    const deleted = await actions.remove();
    setAsking(false);
    if (!deleted) return;
    onDeleted(deletedText(settings.name, deleted.length));
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
          <p>Its secrets and tokens are deleted with it. This cannot be undone.</p>
          {panels.length > 0 ? (
            <>
              <p>These panels are deleted too, and pages that show them will say so:</p>
              <ul>
                {panels.map(({ id, name }) => (
                  <li key={id}>{name}</li>
                ))}
              </ul>
              <PagesShowing panelIds={panels.map(({ id }) => id)}>They are shown on these pages:</PagesShowing>
            </>
          ) : (
            <p>No panels use it.</p>
          )}
        </ConfirmDialog>
      ) : null}
    </span>
  );
}

function deletedText(name: string, panels: number): string {
  if (panels === 0) return `Deleted ${name}.`;
  const forms = { one: 'Deleted {name} and {count} panel.', other: 'Deleted {name} and {count} panels.' };
  return countPhrase(panels, forms, { name }, { locale: adminReader.locale });
}
