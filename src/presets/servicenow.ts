import type { Preset } from '../shared/contract';

/** ServiceNow, reading incidents through the Table API. */
export const serviceNow: Preset = {
  key: 'servicenow',
  title: 'ServiceNow',
  inputs: [{ name: 'instance', label: 'Instance name', placeholder: 'company' }],
  authUrl: 'https://{instance}.service-now.com/oauth_auth.do',
  tokenUrl: 'https://{instance}.service-now.com/oauth_token.do',
  revokeUrl: '',
  scopes: 'useraccount',
  request: {
    method: 'GET',
    url: 'https://{instance}.service-now.com/api/now/table/incident',
    parameters: [
      { name: 'sysparm_limit', value: '1000' },
      { name: 'sysparm_fields', value: 'number,short_description,state,priority,assigned_to,sys_created_on' },
      { name: 'sysparm_display_value', value: 'true' },
    ],
    headers: [],
    body: { kind: 'none' },
  },
  pagination: { style: 'link-header' },
  documentationUrl:
    'https://www.servicenow.com/docs/bundle/zurich-platform-security/page/administer/security/task/t_CreateEndpointforExternalClients.html',
  hints: [
    'Under Application Registry, create an OAuth API endpoint for external clients and enter the Callback URL as its redirect URL.',
    'The account that authenticates needs read access to the table; rows that it cannot see are left out without notice.',
    'A refresh token is valid for 100 days by default. Its lifespan is set in the registry entry.',
  ],
};
