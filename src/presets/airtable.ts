import type { Preset } from '../shared/contract';
import { getRequest } from './parts';

/** The records of one Airtable table, by personal access token. */
export const airtable: Preset = {
  key: 'airtable',
  title: 'Airtable',
  group: 'work',
  inputs: [
    {
      name: 'base',
      label: 'Base ID',
      placeholder: 'appXXXXXXXXXXXXXX',
      help: 'The part of the address that begins with app.',
    },
    { name: 'table', label: 'Table', placeholder: 'Projects', help: 'Its name, or the ID that begins with tbl.' },
  ],
  authentication: { type: 'bearer' },
  credentialLabels: { secret: 'Personal access token' },
  request: getRequest('https://api.airtable.com/v0/{base}/{table}', { pageSize: '100' }),
  pagination: {
    style: 'cursor',
    selector: '$.offset',
    moreSelector: '',
    target: { in: 'parameter', name: 'offset' },
  },
  documentationUrl: 'https://airtable.com/developers/web/api/list-records',
  hints: [
    'Create the token with the scope data.records:read, and add the base to what it may access.',
    'A base takes five requests per second, from everybody together. A page holds 100 records.',
    'To keep the ID of a table in the URL is safer than its name, which anybody may change.',
  ],
};
