import type { OAuth2Preset } from '../shared/contract';
import { googleServiceAccount } from './google-service-account';
import { postJson } from './parts';

/** A query to BigQuery as a service account. Further parts are those of the job that the query became. */
export const bigQuery: OAuth2Preset = {
  key: 'bigquery',
  title: 'BigQuery',
  group: 'sql',
  inputs: [
    { name: 'project', label: 'Project ID', placeholder: 'company-analytics' },
    {
      name: 'statement',
      label: 'SQL statement',
      placeholder: 'SELECT * FROM `company.sales.orders` ORDER BY id',
      initial: 'SELECT SESSION_USER() AS account, CURRENT_DATE() AS today',
      isLong: true,
    },
  ],
  authentication: {
    ...googleServiceAccount.authentication,
    scopes: 'https://www.googleapis.com/auth/bigquery.readonly',
  },
  request: postJson('https://bigquery.googleapis.com/bigquery/v2/projects/{project}/queries', {
    query: '{statement}',
    useLegacySql: false,
    maxResults: 10000,
    timeoutMs: 20000,
  }),
  pagination: {
    style: 'next-request',
    method: 'GET',
    url: '{job}?pageToken={token}&location={location}&maxResults=10000',
    body: '',
    values: [
      { name: 'job', selector: '$.jobReference.jobId', isKept: true },
      { name: 'location', selector: '$.jobReference.location', isKept: true },
      { name: 'token', selector: '$.pageToken' },
    ],
    moreSelector: '',
    partsSelector: '',
  },
  errorSelector: '$.jobReference[?$.jobComplete == false]',
  documentationUrl: 'https://cloud.google.com/bigquery/docs/reference/rest/v2/jobs/query',
  hints: [
    'Create a service account with the roles BigQuery Job User and BigQuery Data Viewer, and a JSON key for it. Paste the whole file as the Private key; it fills in the Client ID.',
    'A query that takes longer than 20 seconds fails. Let it read less, or read a table that a scheduled query fills.',
    'What a query reads is paid for each time. A longer freshness makes that rarer.',
  ],
};
