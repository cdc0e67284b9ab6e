import type { DataSourceForm, DataSourceSettings, OAuth2Authentication } from '../../src/shared/contract';
import { defaultTokenHeader } from '../../src/authentication/oauth2-members';
import { defaultLimits, defaultResponse, noBody } from '../../src/data-sources/default-settings';
import type { Demo } from '../../local/demo/demo';

/**
 * A sound form for the demo's directory, 999 users a page; the changes replace whole members of its settings, `oauth2`
 * members of the authentication.
 */
export function demoForm(
  demo: Demo,
  changes: Partial<DataSourceSettings> = {},
  oauth2: Partial<OAuth2Authentication> = {},
): DataSourceForm {
  const settings: DataSourceSettings = {
    name: 'Directory',
    request: {
      method: 'GET',
      url: demo.usersUrl,
      parameters: [{ name: '$top', value: '999' }],
      headers: [],
      body: noBody,
    },
    authentication: {
      type: 'oauth2',
      grantType: 'authorization_code',
      clientId: demo.clientId,
      clientAuthentication: 'client_secret_post',
      authUrl: demo.authorizeUrl,
      tokenUrl: demo.tokenUrl,
      revokeUrl: demo.revokeUrl,
      scopes: demo.scopes,
      authorizeParameters: [],
      tokenParameters: [],
      tokenHeader: defaultTokenHeader,
      ...oauth2,
    },
    pagination: { style: 'odata-next-link' },
    variables: [],
    response: defaultResponse,
    limits: defaultLimits,
    allowedSpaces: { mode: 'all' },
    ...changes,
  };
  return { settings, secrets: { clientSecret: demo.clientSecret } };
}
