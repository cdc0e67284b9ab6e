import Button from '@atlaskit/button/new';
import type { DataSourceFormState } from '../data-source/useDataSourceForm';
import { Notice } from '../fields/Notice';
import { missesOfflineAccess, withOfflineAccess } from './offline-access';

/** Warns where Entra would give no refresh token, with a button that puts it right. */
export function OfflineAccessHint({ state }: { state: DataSourceFormState }) {
  const { values, change } = state;
  if (!missesOfflineAccess(values)) return null;
  const fix = (): void => change({ scopes: withOfflineAccess(values.scopes) }, 'authentication.scopes');
  return (
    <Notice
      look="warning"
      title="The scope offline_access is missing"
      live
      actions={
        <Button spacing="compact" onClick={fix}>
          Add offline_access
        </Button>
      }
    >
      Without it Microsoft Entra ID gives no refresh token, and access ends about an hour after signing in.
    </Notice>
  );
}
