import type { OAuth2Preset } from '../shared/contract';
import { postJson } from './parts';

/** A SuiteQL query to NetSuite. */
export const netSuite: OAuth2Preset = {
  key: 'netsuite',
  title: 'NetSuite (SuiteQL)',
  group: 'business',
  inputs: [
    {
      name: 'account',
      label: 'Account ID',
      placeholder: '1234567',
      help: 'As in the address of NetSuite; a sandbox is written 1234567-sb1.',
    },
    {
      name: 'query',
      label: 'SuiteQL query',
      placeholder: 'SELECT id, entityid, email FROM customer ORDER BY id',
      initial: 'SELECT id, entityid, email FROM customer ORDER BY id',
      isLong: true,
    },
  ],
  authentication: {
    type: 'oauth2',
    authUrl: 'https://{account}.app.netsuite.com/app/login/oauth2/authorize.nl',
    tokenUrl: 'https://{account}.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token',
    revokeUrl: 'https://{account}.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/revoke',
    scopes: 'rest_webservices',
    clientAuthentication: 'client_secret_basic',
    refreshEveryDays: 3,
  },
  request: postJson(
    'https://{account}.suitetalk.api.netsuite.com/services/rest/query/v1/suiteql',
    { q: '{query}' },
    { Prefer: 'transient' },
  ),
  pagination: {
    style: 'offset-limit',
    offset: { in: 'parameter', name: 'offset' },
    limit: { in: 'parameter', name: 'limit' },
    pageSize: 1000,
    start: 0,
    itemsSelector: '$.items',
    total: { of: 'rows', selector: '$.totalResults' },
  },
  documentationUrl: 'https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_157909186990.html',
  hints: [
    'Create an integration record with the authorization code grant, the scope REST web services, and the Callback URL as redirect URI.',
    'The role of whoever signs in needs REST Web Services, Log in using OAuth 2.0 Access Tokens, and SuiteAnalytics Workbook.',
    'Order the query: its parts of 1,000 rows are read one after another.',
    'NetSuite ends a sign-in after some days unless the integration record allows longer. Then authenticate again.',
  ],
};
