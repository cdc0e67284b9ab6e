import type { OAuth2Preset } from '../shared/contract';

/** Auth0 in front of an API of one's own. */
export const auth0: OAuth2Preset = {
  key: 'auth0',
  title: 'Auth0',
  group: 'identity',
  inputs: [{ name: 'domain', label: 'Auth0 domain', placeholder: 'company.eu.auth0.com' }],
  authentication: {
    type: 'oauth2',
    issuer: 'https://{domain}/',
    authUrl: 'https://{domain}/authorize',
    tokenUrl: 'https://{domain}/oauth/token',
    revokeUrl: 'https://{domain}/oauth/revoke',
    scopes: 'openid profile offline_access',
    offlineScope: 'offline_access',
    refreshEveryDays: 7,
  },
  request: { method: 'GET', url: 'https://{domain}/userinfo', parameters: [], headers: [], body: { kind: 'none' } },
  pagination: { style: 'none' },
  documentationUrl: 'https://auth0.com/docs/get-started/authentication-and-authorization-flow/authorization-code-flow',
  hints: [
    'Create a regular web application and add the Callback URL to its allowed callback URLs.',
    'For your own API, add the extra parameter audience with the API’s identifier. Without it, the token works for /userinfo only.',
    'offline_access gives a refresh token only if the API allows offline access and the application has the grant type Refresh Token.',
  ],
};
