import type { OAuth2Preset } from '../shared/contract';
import { column } from './parts';

/** Slack with a bot token, listing the people of a workspace. It sends errors with status 200. */
export const slack: OAuth2Preset = {
  key: 'slack',
  title: 'Slack',
  group: 'work',
  inputs: [],
  authentication: {
    type: 'oauth2',
    authUrl: 'https://slack.com/oauth/v2/authorize',
    tokenUrl: 'https://slack.com/api/oauth.v2.access',
    revokeUrl: '',
    scopes: 'users:read',
    scopeSeparator: ',',
    noRefreshToken: true,
  },
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
  panels: [
    {
      key: 'people',
      name: 'People',
      description: 'The members of the workspace.',
      filters: [{ selector: '$.members[?@.deleted == false && @.is_bot == false]' }],
      columns: [
        column('Name', 'real_name'),
        column('Display name', 'profile.display_name'),
        column('Title', 'profile.title'),
        column('Time zone', 'tz_label'),
      ],
    },
  ],
  documentationUrl: 'https://docs.slack.dev/authentication/installing-with-oauth',
  hints: [
    'Enter the Callback URL under OAuth & Permissions, Redirect URLs, and the scopes as bot token scopes.',
    'Without token rotation the token does not expire and there is no refresh token. Once on, rotation cannot be turned off.',
  ],
};
