import type { Preset } from '../shared/contract';

/** GitLab, on gitlab.com or on a server of one's own, listing projects. */
export const gitlab: Preset = {
  key: 'gitlab',
  title: 'GitLab',
  inputs: [{ name: 'host', label: 'GitLab host', placeholder: 'gitlab.com' }],
  issuer: 'https://{host}',
  authUrl: 'https://{host}/oauth/authorize',
  tokenUrl: 'https://{host}/oauth/token',
  revokeUrl: 'https://{host}/oauth/revoke',
  scopes: 'read_api',
  request: {
    method: 'GET',
    url: 'https://{host}/api/v4/projects',
    parameters: [
      { name: 'membership', value: 'true' },
      { name: 'per_page', value: '100' },
    ],
    headers: [],
    body: { kind: 'none' },
  },
  pagination: { style: 'link-header' },
  documentationUrl: 'https://docs.gitlab.com/api/oauth2/',
  hints: [
    'Add an application with the Callback URL as its redirect URI, Confidential, with the scope read_api.',
    'Access tokens expire after two hours. A refresh token is always included, and each refresh replaces it.',
  ],
};
