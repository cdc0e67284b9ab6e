import type { Preset } from '../shared/contract';

/** Salesforce, reading accounts with SOQL. Its token responses do not say how long a token lives. */
export const salesforce: Preset = {
  key: 'salesforce',
  title: 'Salesforce',
  inputs: [{ name: 'domain', label: 'My Domain host', placeholder: 'company.my.salesforce.com' }],
  issuer: 'https://{domain}',
  authUrl: 'https://{domain}/services/oauth2/authorize',
  tokenUrl: 'https://{domain}/services/oauth2/token',
  revokeUrl: 'https://{domain}/services/oauth2/revoke',
  scopes: 'api refresh_token',
  offlineScope: 'refresh_token',
  assumedLifetime: 3600,
  request: {
    method: 'GET',
    url: 'https://{domain}/services/data/v61.0/query',
    parameters: [{ name: 'q', value: 'SELECT Id, Name, Industry, Phone FROM Account ORDER BY Name' }],
    headers: [],
    body: { kind: 'none' },
  },
  pagination: { style: 'next-url', selector: '$.nextRecordsUrl' },
  documentationUrl: 'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_web_server_flow.htm',
  hints: [
    'Use the host of My Domain, not login.salesforce.com, so that the sign-in and the API are on the same host.',
    'The scope refresh_token must also be enabled for the app in Salesforce.',
    'How long access and refresh tokens are valid is set in the app’s policies and the session settings.',
  ],
};
