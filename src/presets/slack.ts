import type { Preset } from '../shared/contract';

/** Slack with a bot token, listing the people of a workspace. It sends errors with status 200. */
export const slack: Preset = {
  key: 'slack',
  title: 'Slack',
  inputs: [],
  authUrl: 'https://slack.com/oauth/v2/authorize',
  tokenUrl: 'https://slack.com/api/oauth.v2.access',
  revokeUrl: '',
  scopes: 'users:read',
  scopeSeparator: ',',
  noRefreshToken: true,
  request: {
    method: 'GET',
    url: 'https://slack.com/api/users.list',
    parameters: [{ name: 'limit', value: '200' }],
    headers: [],
    body: { kind: 'none' },
  },
  pagination: {
    style: 'cursor',
    selector: '$.response_metadata.next_cursor',
    moreSelector: '',
    target: { in: 'parameter', name: 'cursor' },
  },
  errorSelector: '$.error',
  documentationUrl: 'https://docs.slack.dev/authentication/installing-with-oauth',
  hints: [
    'Enter the Callback URL under OAuth & Permissions, Redirect URLs, and the scopes as bot token scopes.',
    'Without token rotation the token does not expire and there is no refresh token. Once on, rotation cannot be turned off.',
  ],
};
