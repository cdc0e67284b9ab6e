import type { OAuth2Preset } from '../shared/contract';
import { column } from './parts';

/** Salesforce, reading accounts with SOQL. Its token responses do not say how long a token lives. */
export const salesforce: OAuth2Preset = {
  key: 'salesforce',
  title: 'Salesforce',
  group: 'business',
  inputs: [{ name: 'domain', label: 'My Domain host', placeholder: 'company.my.salesforce.com' }],
  authentication: {
    type: 'oauth2',
    issuer: 'https://{domain}',
    authUrl: 'https://{domain}/services/oauth2/authorize',
    tokenUrl: 'https://{domain}/services/oauth2/token',
    revokeUrl: 'https://{domain}/services/oauth2/revoke',
    scopes: 'api refresh_token',
    offlineScope: 'refresh_token',
    assumedLifetime: 3600,
  },
  request: {
    method: 'GET',
    url: 'https://{domain}/services/data/v61.0/query',
    parameters: [{ name: 'q', value: 'SELECT Id, Name, Industry, Phone FROM Account ORDER BY Name' }],
    headers: [],
    body: { kind: 'none' },
  },
  pagination: { style: 'next-url', selector: '$.nextRecordsUrl' },
  panels: [
    {
      key: 'accounts',
      name: 'Accounts',
      description: 'All accounts.',
      filters: [{ selector: '$.records[*]' }],
      columns: [column('Name', 'Name'), column('Industry', 'Industry'), column('Phone', 'Phone')],
    },
    {
      key: 'opportunities',
      name: 'Open opportunities',
      description: 'Opportunities that are not closed, the next to close first.',
      request: {
        path: '',
        parameters: [
          {
            name: 'q',
            value:
              'SELECT Name, Account.Name, StageName, Amount, CloseDate FROM Opportunity WHERE IsClosed = false ORDER BY CloseDate',
          },
        ],
      },
      filters: [{ selector: '$.records[*]' }],
      columns: [
        column('Name', 'Name'),
        column('Account', 'Account.Name'),
        column('Stage', 'StageName', 'status'),
        column('Amount', 'Amount', 'number'),
        column('Closes', 'CloseDate', 'date'),
      ],
    },
  ],
  documentationUrl: 'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_web_server_flow.htm',
  hints: [
    'Use the host of My Domain, not login.salesforce.com, so that the sign-in and the API are on the same host.',
    'The scope refresh_token must also be enabled for the app in Salesforce.',
    'How long access and refresh tokens are valid is set in the app’s policies and the session settings.',
  ],
};
