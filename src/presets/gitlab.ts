import type { OAuth2Preset } from '../shared/contract';
import { column } from './parts';

/** GitLab, on gitlab.com or on a server of one's own, listing projects. */
export const gitlab: OAuth2Preset = {
  key: 'gitlab',
  title: 'GitLab',
  group: 'development',
  inputs: [{ name: 'host', label: 'GitLab host', placeholder: 'gitlab.com' }],
  authentication: {
    type: 'oauth2',
    issuer: 'https://{host}',
    authUrl: 'https://{host}/oauth/authorize',
    tokenUrl: 'https://{host}/oauth/token',
    revokeUrl: 'https://{host}/oauth/revoke',
    scopes: 'read_api',
  },
  request: {
    method: 'GET',
    url: 'https://{host}/api/v4/{list}',
    parameters: [
      { name: 'membership', value: 'true' },
      { name: 'per_page', value: '100' },
    ],
    headers: [],
    body: { kind: 'none' },
  },
  variables: [{ name: 'list', defaultValue: 'projects' }],
  pagination: { style: 'link-header' },
  panels: [
    {
      key: 'projects',
      name: 'Projects',
      description: 'Projects of which the connected account is a member.',
      filters: [{ selector: '$[*]' }],
      columns: [
        column('Name', 'name_with_namespace'),
        column('Description', 'description'),
        column('Stars', 'star_count', 'number'),
        column('Last activity', 'last_activity_at', 'date-time'),
        column('Link', 'web_url', 'link'),
      ],
    },
    {
      key: 'merge-requests',
      name: 'Open merge requests',
      description: 'Open merge requests that the connected account can see.',
      request: {
        path: '',
        parameters: [
          { name: 'scope', value: 'all' },
          { name: 'state', value: 'opened' },
        ],
      },
      variableValues: { list: 'merge_requests' },
      filters: [{ selector: '$[*]' }],
      columns: [
        column('Reference', 'references.full'),
        column('Title', 'title'),
        column('Author', 'author.name'),
        column('Status', 'detailed_merge_status', 'status'),
        column('Updated', 'updated_at', 'date-time'),
        column('Link', 'web_url', 'link'),
      ],
    },
  ],
  documentationUrl: 'https://docs.gitlab.com/api/oauth2/',
  hints: [
    'Add an application with the Callback URL as its redirect URI, Confidential, with the scope read_api.',
    'Access tokens expire after two hours. A refresh token is always included, and each refresh replaces it.',
  ],
};
