import type { Preset } from '../shared/contract';
import { getRequest } from './parts';

/** A table in the data store of a CKAN portal. */
export const ckan: Preset = {
  key: 'ckan',
  title: 'CKAN',
  group: 'open-data',
  inputs: [
    { name: 'host', label: 'Portal', placeholder: 'data.example.org' },
    {
      name: 'resource',
      label: 'Resource ID',
      placeholder: '00000000-0000-0000-0000-000000000000',
      help: 'The last part of the address of the resource.',
    },
  ],
  authentication: { type: 'none' },
  request: getRequest('https://{host}/api/3/action/datastore_search', { resource_id: '{resource}' }),
  pagination: {
    style: 'offset-limit',
    offset: { in: 'parameter', name: 'offset' },
    limit: { in: 'parameter', name: 'limit' },
    pageSize: 1000,
    start: 0,
    itemsSelector: '$.result.records',
    total: { of: 'rows', selector: '$.result.total' },
  },
  documentationUrl: 'https://docs.ckan.org/en/latest/maintaining/datastore.html',
  hints: [
    'Only resources in the data store have rows to read. For others, use the address of the file itself.',
    'For a private data set, add the API token as the secret header Authorization.',
  ],
};
