import type { Preset } from '../shared/contract';
import { postJson } from './parts';

/** The pages of a Notion database, by the token of an integration. */
export const notion: Preset = {
  key: 'notion',
  title: 'Notion',
  group: 'work',
  inputs: [
    {
      name: 'database',
      label: 'Database ID',
      placeholder: '0123456789abcdef0123456789abcdef',
      help: 'The 32 characters in the address of the database, before the question mark.',
    },
  ],
  authentication: { type: 'bearer' },
  credentialLabels: { secret: 'Integration token' },
  request: postJson(
    'https://api.notion.com/v1/databases/{database}/query',
    { page_size: 100 },
    { 'Notion-Version': '2022-06-28' },
  ),
  pagination: {
    style: 'cursor',
    selector: '$.next_cursor',
    moreSelector: '$.has_more',
    target: { in: 'body', name: 'start_cursor' },
  },
  documentationUrl: 'https://developers.notion.com/reference/post-database-query',
  hints: [
    'Connect the database with the integration in Notion (Connections in its menu). Otherwise it is not found.',
    'An internal integration with the capability to read content is enough.',
    'The values of a property stand below its type, as in properties.Name.title[0].plain_text.',
  ],
};
