import type { Preset } from '../shared/contract';
import { jiraPanels, jiraParameters } from './jira-issues';
import { getRequest } from './parts';

/** Issues of a Jira site, by the API token of an account. */
export const jiraApiToken: Preset = {
  key: 'jira-api-token',
  title: 'Jira (API token)',
  group: 'work',
  inputs: [{ name: 'site', label: 'Site', placeholder: 'company.atlassian.net' }],
  authentication: { type: 'basic', username: '' },
  credentialLabels: { username: 'Email of the account', secret: 'API token' },
  request: getRequest('https://{site}/rest/api/3/search/jql', jiraParameters),
  pagination: {
    style: 'cursor',
    selector: '$.nextPageToken',
    moreSelector: '',
    target: { in: 'parameter', name: 'nextPageToken' },
  },
  panels: jiraPanels,
  documentationUrl: 'https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/',
  hints: [
    'Every reader sees what the account may see. Use an account that sees only what all readers may know.',
    'API tokens end after a year at the latest. Note the day, and type the new token into the data source before it.',
    'The search wants a query with a bound, such as a project or a time.',
  ],
};
