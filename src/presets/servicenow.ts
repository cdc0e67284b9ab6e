import type { OAuth2Preset, ReadyPanel } from '../shared/contract';
import { column } from './parts';

const panel = (key: string, name: string, description: string, table: string): ReadyPanel => ({
  key,
  name,
  description,
  variableValues: { table },
  filters: [{ selector: '$.result[*]' }],
  columns: [
    column('Number', 'number'),
    column('Short description', 'short_description'),
    column('State', 'state', 'status'),
    column('Priority', 'priority', 'status'),
    column('Assigned to', 'assigned_to.display_value'),
    column('Created', 'sys_created_on'),
  ],
});

/** ServiceNow, reading incidents through the Table API. */
export const serviceNow: OAuth2Preset = {
  key: 'servicenow',
  title: 'ServiceNow',
  group: 'business',
  inputs: [{ name: 'instance', label: 'Instance name', placeholder: 'company' }],
  authentication: {
    type: 'oauth2',
    authUrl: 'https://{instance}.service-now.com/oauth_auth.do',
    tokenUrl: 'https://{instance}.service-now.com/oauth_token.do',
    revokeUrl: '',
    scopes: 'useraccount',
  },
  request: {
    method: 'GET',
    url: 'https://{instance}.service-now.com/api/now/table/{table}',
    parameters: [
      { name: 'sysparm_limit', value: '1000' },
      { name: 'sysparm_fields', value: 'number,short_description,state,priority,assigned_to,sys_created_on' },
      { name: 'sysparm_display_value', value: 'true' },
    ],
    headers: [],
    body: { kind: 'none' },
  },
  variables: [{ name: 'table', defaultValue: 'incident' }],
  pagination: { style: 'link-header' },
  panels: [
    panel('incidents', 'Incidents', 'All incidents that the account may see.', 'incident'),
    panel('changes', 'Changes', 'All change requests that the account may see.', 'change_request'),
  ],
  documentationUrl:
    'https://www.servicenow.com/docs/bundle/zurich-platform-security/page/administer/security/task/t_CreateEndpointforExternalClients.html',
  hints: [
    'Under Application Registry, create an OAuth API endpoint for external clients and enter the Callback URL as its redirect URL.',
    'The account that authenticates needs read access to the table; rows that it cannot see are left out without notice.',
    'A refresh token is valid for 100 days by default. Its lifespan is set in the registry entry.',
  ],
};
