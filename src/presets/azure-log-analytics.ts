import type { OAuth2Preset } from '../shared/contract';
import { getRequest } from './parts';

/** A query to a Log Analytics workspace of Azure Monitor. The app reads on its own behalf. */
export const azureLogAnalytics: OAuth2Preset = {
  key: 'azure-log-analytics',
  title: 'Azure Log Analytics',
  group: 'development',
  inputs: [
    { name: 'tenant', label: 'Directory (tenant) ID', placeholder: '00000000-0000-0000-0000-000000000000' },
    { name: 'workspace', label: 'Workspace ID', placeholder: '00000000-0000-0000-0000-000000000000' },
    {
      name: 'query',
      label: 'KQL query',
      placeholder: 'Usage | take 100',
      initial: 'Usage | summarize Quantity = sum(Quantity) by DataType',
      isLong: true,
    },
  ],
  authentication: {
    type: 'oauth2',
    grantType: 'client_credentials',
    authUrl: '',
    tokenUrl: 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token',
    revokeUrl: '',
    scopes: 'https://api.loganalytics.io/.default',
  },
  request: getRequest('https://api.loganalytics.azure.com/v1/workspaces/{workspace}/query', {
    query: '{query}',
    timespan: 'P7D',
  }),
  pagination: { style: 'none' },
  documentationUrl: 'https://learn.microsoft.com/azure/azure-monitor/logs/api/request-format',
  hints: [
    'Give the registered app the API permission Data.Read of the Log Analytics API, and the role Log Analytics Reader on the workspace.',
    'A response holds at most 500,000 rows. Let the query summarize, or limit it with take.',
    'The parameter timespan bounds the query in time: P7D is the last seven days. A panel can have its own query and timespan.',
  ],
};
