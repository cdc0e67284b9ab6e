import type { Preset } from '../shared/contract';
import { column, postGraphql } from './parts';

const query = `query Products($cursor: String) {
  products(first: 100, after: $cursor) {
    nodes { id title status vendor totalInventory updatedAt }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** The products of a Shopify shop through its GraphQL Admin API. */
export const shopify: Preset = {
  key: 'shopify',
  title: 'Shopify',
  group: 'business',
  inputs: [
    { name: 'shop', label: 'Shop', placeholder: 'company', help: 'The part before .myshopify.com.' },
    { name: 'version', label: 'API version', placeholder: '2026-07', initial: '2026-07' },
  ],
  authentication: { type: 'api-key', placement: 'header', name: 'X-Shopify-Access-Token', prefix: '' },
  credentialLabels: { secret: 'Admin API access token' },
  request: postGraphql('https://{shop}.myshopify.com/admin/api/{version}/graphql.json', query, { cursor: null }),
  pagination: {
    style: 'cursor',
    selector: '$.data.products.pageInfo.endCursor',
    moreSelector: '$.data.products.pageInfo.hasNextPage',
    target: { in: 'body', name: 'variables.cursor' },
  },
  panels: [
    {
      key: 'products',
      name: 'Products',
      description: 'All products of the shop with their stock.',
      filters: [{ selector: '$.data.products.nodes[*]' }],
      columns: [
        column('Title', 'title'),
        column('Vendor', 'vendor'),
        column('Status', 'status', 'status'),
        column('Stock', 'totalInventory', 'number'),
        column('Updated', 'updatedAt', 'date-time'),
      ],
    },
  ],
  documentationUrl: 'https://shopify.dev/docs/api/admin-graphql',
  hints: [
    'The token is that of an app which is installed in the shop and has the access scope read_products.',
    'A version of the API is supported for a year. After that Shopify answers with the oldest one that it still supports.',
  ],
};
