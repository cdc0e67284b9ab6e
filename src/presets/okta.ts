import type { Preset } from '../shared/contract';

/** Okta's own authorization server of an organization, listing its users. */
export const okta: Preset = {
  key: 'okta',
  title: 'Okta',
  inputs: [{ name: 'domain', label: 'Okta domain', placeholder: 'company.okta.com' }],
  issuer: 'https://{domain}',
  authUrl: 'https://{domain}/oauth2/v1/authorize',
  tokenUrl: 'https://{domain}/oauth2/v1/token',
  revokeUrl: 'https://{domain}/oauth2/v1/revoke',
  scopes: 'okta.users.read offline_access',
  offlineScope: 'offline_access',
  refreshEveryDays: 3,
  clientAuthentication: 'client_secret_basic',
  request: {
    method: 'GET',
    url: 'https://{domain}/api/v1/users',
    parameters: [{ name: 'limit', value: '200' }],
    headers: [],
    body: { kind: 'none' },
  },
  pagination: { style: 'link-header' },
  documentationUrl: 'https://developer.okta.com/docs/guides/implement-oauth-for-okta/main/',
  hints: [
    'Create an OIDC web application with the grant types Authorization Code and Refresh Token, and the Callback URL as sign-in redirect URI.',
    'Grant the scope okta.users.read to the application under Okta API Scopes. The account must be an admin who can read users.',
    'offline_access gives a refresh token, if the application allows that grant type.',
  ],
};
