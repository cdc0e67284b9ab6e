import type { Preset } from '../shared/contract';
import { column, getRequest } from './parts';

/** Lists of a Stripe account, by a restricted key. A page goes on after the ID of its last object. */
export const stripe: Preset = {
  key: 'stripe',
  title: 'Stripe',
  group: 'business',
  inputs: [],
  authentication: { type: 'bearer' },
  credentialLabels: { secret: 'Restricted key' },
  request: getRequest('https://api.stripe.com/v1/{list}', { limit: '100' }),
  variables: [{ name: 'list', defaultValue: 'customers' }],
  pagination: {
    style: 'cursor',
    selector: '$.data[-1].id',
    moreSelector: '$.has_more',
    target: { in: 'parameter', name: 'starting_after' },
  },
  panels: [
    {
      key: 'customers',
      name: 'Customers',
      description: 'All customers of the account.',
      filters: [{ selector: '$.data[*]' }],
      columns: [column('Name', 'name'), column('Email', 'email', 'email'), column('Created', 'created', 'date-time')],
    },
    {
      key: 'subscriptions',
      name: 'Subscriptions',
      description: 'Subscriptions that have not been canceled.',
      variableValues: { list: 'subscriptions' },
      filters: [{ selector: '$.data[*]' }],
      columns: [
        column('Subscription', 'id'),
        column('Customer', 'customer'),
        column('Status', 'status', 'status'),
        column('Started', 'start_date', 'date-time'),
      ],
    },
  ],
  documentationUrl: 'https://docs.stripe.com/api/pagination',
  hints: [
    'Create a restricted key that may read customers and subscriptions, and nothing else.',
    'Amounts are in the smallest unit of their currency: 1999 is 19.99 dollars. A row step can divide them.',
    'The variable list names what is read, such as customers, invoices, charges or payouts.',
  ],
};
