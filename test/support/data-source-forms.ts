import type { DataSourceForm, DataSourceSettings, OAuth2Authentication } from '../../src/contract';
import { tokenServer } from './token-server';

export const oauth2: OAuth2Authentication = {
  type: 'oauth2',
  grantType: 'authorization_code',
  clientId: 'client-1',
  authUrl: `${tokenServer}/authorize`,
  tokenUrl: `${tokenServer}/token`,
  revokeUrl: `${tokenServer}/revoke`,
  scopes: 'User.Read.All offline_access',
};

export const directorySettings: DataSourceSettings = {
  name: 'Directory',
  request: { method: 'GET', url: 'https://api.example.com/v1.0/users', parameters: [{ name: '$top', value: '999' }] },
  authentication: oauth2,
  pagination: { style: 'odata-next-link' },
  allowedSpaces: { mode: 'all' },
};

/** A sound form; the changes replace whole members of its settings, `oauth2` members of the authentication. */
export function directoryForm(
  changes: Partial<DataSourceSettings> & { oauth2?: Partial<OAuth2Authentication> } = {},
  rest: Partial<Omit<DataSourceForm, 'settings'>> = { secrets: { clientSecret: 'client-secret-value' } },
): DataSourceForm {
  const { oauth2: authentication, ...settings } = changes;
  return {
    secrets: {},
    ...rest,
    settings: { ...directorySettings, authentication: { ...oauth2, ...authentication }, ...settings },
  };
}
