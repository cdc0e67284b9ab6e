import type {
  Authentication,
  DataSourceForm,
  DataSourceSettings,
  OAuth2Authentication,
} from '../../src/shared/contract';
import { defaultTokenHeader } from '../../src/authentication/oauth2-members';
import { defaultLimits, defaultResponse, noBody } from '../../src/data-sources/default-settings';
import { tokenServer } from './token-server';

export const oauth2: OAuth2Authentication = {
  type: 'oauth2',
  grantType: 'authorization_code',
  clientId: 'client-1',
  clientAuthentication: 'client_secret_post',
  authUrl: `${tokenServer}/authorize`,
  tokenUrl: `${tokenServer}/token`,
  revokeUrl: `${tokenServer}/revoke`,
  scopes: 'User.Read.All offline_access',
  authorizeParameters: [],
  tokenParameters: [],
  tokenHeader: defaultTokenHeader,
};

/** A client that obtains its own tokens, at the same server. */
export const clientCredentials: OAuth2Authentication = {
  ...oauth2,
  grantType: 'client_credentials',
  authUrl: '',
  scopes: 'https://api.example.com/.default',
};

export const directorySettings: DataSourceSettings = {
  name: 'Directory',
  request: {
    method: 'GET',
    url: 'https://api.example.com/v1.0/users',
    parameters: [{ name: '$top', value: '999' }],
    headers: [],
    body: noBody,
  },
  authentication: oauth2,
  pagination: { style: 'odata-next-link' },
  variables: [],
  response: defaultResponse,
  limits: defaultLimits,
  allowedSpaces: { mode: 'all' },
};

/** The settings' request with some members changed. */
export const requestOf = (changes: Partial<DataSourceSettings['request']>): DataSourceSettings['request'] => ({
  ...directorySettings.request,
  ...changes,
});

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

/** A sound form with another authentication and the secrets it needs. */
export function formWith(
  authentication: Authentication,
  secrets: DataSourceForm['secrets'],
  changes: Partial<DataSourceSettings> = {},
): DataSourceForm {
  return { settings: { ...directorySettings, authentication, ...changes }, secrets };
}
