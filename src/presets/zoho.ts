import type { OAuth2Preset } from '../shared/contract';
import { column } from './parts';

/** Zoho CRM by data center, listing contacts. An account lives in one data center only. */
export const zoho: OAuth2Preset = {
  key: 'zoho',
  title: 'Zoho',
  group: 'business',
  inputs: [
    {
      name: 'region',
      label: 'Data center',
      placeholder: 'com',
      choices: [
        { value: 'com', label: 'United States (zoho.com)' },
        { value: 'eu', label: 'Europe (zoho.eu)' },
        { value: 'in', label: 'India (zoho.in)' },
        { value: 'com.au', label: 'Australia (zoho.com.au)' },
        { value: 'jp', label: 'Japan (zoho.jp)' },
        { value: 'sa', label: 'Saudi Arabia (zoho.sa)' },
        { value: 'com.cn', label: 'China (zoho.com.cn)' },
      ],
    },
  ],
  authentication: {
    type: 'oauth2',
    authUrl: 'https://accounts.zoho.{region}/oauth/v2/auth',
    tokenUrl: 'https://accounts.zoho.{region}/oauth/v2/token',
    revokeUrl: 'https://accounts.zoho.{region}/oauth/v2/token/revoke',
    scopes: 'ZohoCRM.modules.contacts.READ',
    scopeSeparator: ',',
    authorizeParameters: [
      { name: 'access_type', value: 'offline' },
      { name: 'prompt', value: 'consent' },
    ],
    tokenHeader: { name: 'Authorization', prefix: 'Zoho-oauthtoken ' },
  },
  request: {
    method: 'GET',
    url: 'https://www.zohoapis.{region}/crm/v6/Contacts',
    parameters: [
      { name: 'fields', value: 'First_Name,Last_Name,Email,Phone' },
      { name: 'per_page', value: '200' },
    ],
    headers: [],
    body: { kind: 'none' },
  },
  pagination: {
    style: 'cursor',
    selector: '$.info.next_page_token',
    moreSelector: '$.info.more_records',
    target: { in: 'parameter', name: 'page_token' },
  },
  panels: [
    {
      key: 'contacts',
      name: 'Contacts',
      description: 'All contacts.',
      filters: [{ selector: '$.data[*]' }],
      columns: [
        column('First name', 'First_Name'),
        column('Last name', 'Last_Name'),
        column('Email', 'Email', 'email'),
        column('Phone', 'Phone'),
      ],
    },
  ],
  documentationUrl: 'https://www.zoho.com/crm/developer/docs/api/v6/oauth-overview.html',
  hints: [
    'Create a server-based application in the API console of your data center, with the Callback URL as authorized redirect URI.',
    'Choose the data center in the address of your Zoho account. For Canada, use zohocloud.ca and zohoapis.ca in the URLs.',
    'Zoho keeps at most 20 refresh tokens per account and application; each further one replaces the oldest.',
  ],
};
