import type { Preset } from '../shared/contract';
import { column, getRequest } from './parts';

/** Pages of a Confluence site, by the API token of an account. */
export const confluenceApiToken: Preset = {
  key: 'confluence-api-token',
  title: 'Confluence (API token)',
  group: 'work',
  inputs: [{ name: 'site', label: 'Site', placeholder: 'company.atlassian.net' }],
  authentication: { type: 'basic', username: '' },
  credentialLabels: { username: 'Email of the account', secret: 'API token' },
  request: getRequest('https://{site}/wiki/api/v2/{list}', { limit: '250', sort: '-modified-date' }),
  variables: [{ name: 'list', defaultValue: 'pages' }],
  pagination: { style: 'link-header' },
  panels: [
    {
      key: 'pages',
      name: 'Pages',
      description: 'All pages that the account may see, the last changed first.',
      filters: [{ selector: '$.results[*]' }],
      columns: [
        column('Title', 'title'),
        column('Status', 'status', 'status'),
        column('Version', 'version.number', 'number'),
        column('Changed', 'version.createdAt', 'date-time'),
      ],
    },
    {
      key: 'spaces',
      name: 'Spaces',
      description: 'All spaces that the account may see.',
      request: { path: '', parameters: [{ name: 'sort', value: 'name' }] },
      variableValues: { list: 'spaces' },
      filters: [{ selector: '$.results[*]' }],
      columns: [
        column('Name', 'name'),
        column('Key', 'key'),
        column('Type', 'type'),
        column('Created', 'createdAt', 'date-time'),
      ],
    },
  ],
  documentationUrl: 'https://developer.atlassian.com/cloud/confluence/rest/v2/intro/',
  hints: [
    'Every reader sees what the account may see. Use an account that sees only what all readers may know.',
    'API tokens end after a year at the latest. Note the day, and type the new token into the data source before it.',
  ],
};
