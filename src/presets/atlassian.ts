import type { OAuth2Preset } from '../shared/contract';
import { jiraPanels, jiraParameters } from './jira-issues';
import { getRequest } from './parts';

/** Atlassian cloud with OAuth 2.0 (3LO), searching Jira issues. */
export const atlassian: OAuth2Preset = {
  key: 'atlassian',
  title: 'Atlassian (Jira and Confluence)',
  group: 'work',
  inputs: [{ name: 'cloudId', label: 'Cloud ID of the site', placeholder: '00000000-0000-0000-0000-000000000000' }],
  authentication: {
    type: 'oauth2',
    authUrl: 'https://auth.atlassian.com/authorize',
    tokenUrl: 'https://auth.atlassian.com/oauth/token',
    revokeUrl: '',
    scopes: 'read:jira-work offline_access',
    offlineScope: 'offline_access',
    authorizeParameters: [
      { name: 'audience', value: 'api.atlassian.com' },
      { name: 'prompt', value: 'consent' },
    ],
  },
  request: getRequest('https://api.atlassian.com/ex/jira/{cloudId}/rest/api/3/search/jql', jiraParameters),
  pagination: {
    style: 'cursor',
    selector: '$.nextPageToken',
    moreSelector: '',
    target: { in: 'parameter', name: 'nextPageToken' },
  },
  panels: jiraPanels,
  documentationUrl: 'https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/',
  hints: [
    'Create an OAuth 2.0 (3LO) app in the developer console, add the Jira API to it, and enter the Callback URL under Authorization.',
    'Find the Cloud ID at https://your-site.atlassian.net/_edge/tenant_info.',
    'offline_access gives a refresh token. It expires after 90 days without use, and each refresh replaces it.',
  ],
};
