import type { Preset } from '../shared/contract';

/** HubSpot, listing contacts. */
export const hubSpot: Preset = {
  key: 'hubspot',
  title: 'HubSpot',
  inputs: [],
  authUrl: 'https://app.hubspot.com/oauth/authorize',
  tokenUrl: 'https://api.hubapi.com/oauth/v3/token',
  revokeUrl: '',
  scopes: 'oauth crm.objects.contacts.read',
  request: {
    method: 'GET',
    url: 'https://api.hubapi.com/crm/v3/objects/contacts',
    parameters: [
      { name: 'limit', value: '100' },
      { name: 'properties', value: 'firstname,lastname,email,company' },
    ],
    headers: [],
    body: { kind: 'none' },
  },
  pagination: {
    style: 'cursor',
    selector: '$.paging.next.after',
    moreSelector: '',
    target: { in: 'parameter', name: 'after' },
  },
  documentationUrl: 'https://developers.hubspot.com/docs/api-reference/auth-oauth-v3/guide',
  hints: [
    'Enter the Callback URL as a redirect URL of the app, and exactly the same scopes here and in the app.',
    'The admin who authenticates must be a super admin of the HubSpot account or be allowed to install apps in it.',
    'Access tokens expire after 30 minutes. A refresh token is always included.',
  ],
};
