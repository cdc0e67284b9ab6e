import type { Preset } from '../shared/contract';
import { column, getRequest } from './parts';

/** Tickets of Zendesk Support, by API token. The user name says that the password is a token. */
export const zendesk: Preset = {
  key: 'zendesk',
  title: 'Zendesk',
  group: 'business',
  inputs: [
    { name: 'subdomain', label: 'Subdomain', placeholder: 'company', help: 'The part before .zendesk.com.' },
    { name: 'email', label: 'Email of the agent', placeholder: 'agent@company.example' },
  ],
  authentication: { type: 'basic', username: '{email}/token' },
  credentialLabels: { secret: 'API token' },
  request: getRequest('https://{subdomain}.zendesk.com/api/v2/{list}', { 'page[size]': '100' }),
  variables: [{ name: 'list', defaultValue: 'tickets' }],
  pagination: { style: 'next-url', selector: '$.links.next', moreSelector: '$.meta.has_more' },
  panels: [
    {
      key: 'tickets',
      name: 'Tickets',
      description: 'All tickets with their status and priority.',
      filters: [{ selector: '$.tickets[*]' }],
      columns: [
        column('ID', 'id', 'number'),
        column('Subject', 'subject'),
        column('Status', 'status', 'status'),
        column('Priority', 'priority', 'status'),
        column('Created', 'created_at', 'date-time'),
        column('Updated', 'updated_at', 'date-time'),
      ],
    },
    {
      key: 'organizations',
      name: 'Organizations',
      description: 'The organizations of customers.',
      variableValues: { list: 'organizations' },
      filters: [{ selector: '$.organizations[*]' }],
      columns: [column('Name', 'name'), column('Created', 'created_at', 'date-time'), column('Notes', 'notes')],
    },
  ],
  documentationUrl: 'https://developer.zendesk.com/api-reference/introduction/pagination/',
  hints: [
    'An admin of Zendesk allows token access in the Admin Center and creates the API token there.',
    'The token reads what the agent may read. The app adds /token to the email, as Zendesk expects it.',
  ],
};
