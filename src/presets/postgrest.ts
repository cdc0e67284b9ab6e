import type { Preset } from '../shared/contract';
import { getRequest } from './parts';

/** A table or view of PostgreSQL that PostgREST publishes. */
export const postgrest: Preset = {
  key: 'postgrest',
  title: 'PostgREST',
  group: 'sql',
  inputs: [
    { name: 'host', label: 'Host', placeholder: 'api.company.example' },
    { name: 'table', label: 'Table or view', placeholder: 'orders' },
    {
      name: 'order',
      label: 'Order by',
      placeholder: 'id',
      initial: 'id',
      help: 'A column that is different in each row.',
    },
  ],
  authentication: { type: 'bearer' },
  credentialLabels: { secret: 'Token (JWT)' },
  request: getRequest('https://{host}/{table}', { order: '{order}' }),
  pagination: {
    style: 'offset-limit',
    offset: { in: 'parameter', name: 'offset' },
    limit: { in: 'parameter', name: 'limit' },
    pageSize: 1000,
    start: 0,
    itemsSelector: '$',
  },
  documentationUrl: 'https://docs.postgrest.org/en/latest/references/api/pagination_count.html',
  hints: [
    'PostgREST listens at port 3000, which apps cannot reach. Publish it by a proxy with HTTPS at port 443, 8443 or another that they can reach.',
    'If the server caps a page below 1,000 rows, set the page size to its maximum.',
    'In Supabase, the tables are below /rest/v1/, and the key is also wanted as the secret header apikey.',
  ],
};
