import type { OAuth2Preset } from '../shared/contract';
import { column } from './parts';

/** HubSpot, listing contacts. */
export const hubSpot: OAuth2Preset = {
  key: 'hubspot',
  title: 'HubSpot',
  group: 'business',
  inputs: [],
  authentication: {
    type: 'oauth2',
    authUrl: 'https://app.hubspot.com/oauth/authorize',
    tokenUrl: 'https://api.hubapi.com/oauth/v3/token',
    revokeUrl: '',
    scopes: 'oauth crm.objects.contacts.read',
  },
  request: {
    method: 'GET',
    url: 'https://api.hubapi.com/crm/v3/objects/{list}',
    parameters: [
      { name: 'limit', value: '100' },
      { name: 'properties', value: 'firstname,lastname,email,company' },
    ],
    headers: [],
    body: { kind: 'none' },
  },
  variables: [{ name: 'list', defaultValue: 'contacts' }],
  pagination: {
    style: 'cursor',
    selector: '$.paging.next.after',
    moreSelector: '',
    target: { in: 'parameter', name: 'after' },
  },
  panels: [
    {
      key: 'contacts',
      name: 'Contacts',
      description: 'All contacts with their company.',
      filters: [{ selector: '$.results[*]' }],
      columns: [
        column('First name', 'properties.firstname'),
        column('Last name', 'properties.lastname'),
        column('Email', 'properties.email', 'email'),
        column('Company', 'properties.company'),
      ],
    },
    {
      key: 'companies',
      name: 'Companies',
      description: 'All companies.',
      request: { path: '', parameters: [{ name: 'properties', value: 'name,domain,industry,city' }] },
      variableValues: { list: 'companies' },
      filters: [{ selector: '$.results[*]' }],
      columns: [
        column('Name', 'properties.name'),
        column('Domain', 'properties.domain'),
        column('Industry', 'properties.industry'),
        column('City', 'properties.city'),
      ],
      scopes: 'crm.objects.companies.read',
    },
  ],
  documentationUrl: 'https://developers.hubspot.com/docs/api-reference/auth-oauth-v3/guide',
  hints: [
    'Enter the Callback URL as a redirect URL of the app, and exactly the same scopes here and in the app.',
    'The admin who authenticates must be a super admin of the HubSpot account or be allowed to install apps in it.',
    'Access tokens expire after 30 minutes. A refresh token is always included.',
  ],
};
