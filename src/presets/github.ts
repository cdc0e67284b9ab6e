import type { Preset } from '../shared/contract';

/** GitHub with an OAuth app, listing the repositories of the account. Its tokens do not expire. */
export const github: Preset = {
  key: 'github',
  title: 'GitHub',
  inputs: [],
  authUrl: 'https://github.com/login/oauth/authorize',
  tokenUrl: 'https://github.com/login/oauth/access_token',
  revokeUrl: '',
  scopes: 'repo read:org',
  noRefreshToken: true,
  request: {
    method: 'GET',
    url: 'https://api.github.com/user/repos',
    parameters: [{ name: 'per_page', value: '100' }],
    headers: [],
    body: { kind: 'none' },
  },
  pagination: { style: 'link-header' },
  documentationUrl: 'https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps',
  hints: [
    'Register an OAuth app and enter the Callback URL as its authorization callback URL. Only one is possible.',
    'GitHub issues no refresh token to OAuth apps. The access token is valid until it is revoked or unused for a year.',
    'An organization that restricts OAuth apps must approve this one before its repositories are shown.',
  ],
};
