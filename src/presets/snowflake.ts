import type { Preset } from '../shared/contract';
import { postJson } from './parts';

/** A statement to Snowflake through its SQL API. The first response has the first part; the others go by number. */
export const snowflake: Preset = {
  key: 'snowflake',
  title: 'Snowflake',
  group: 'sql',
  inputs: [
    { name: 'account', label: 'Account identifier', placeholder: 'org-account' },
    { name: 'warehouse', label: 'Warehouse', placeholder: 'COMPUTE_WH' },
    {
      name: 'statement',
      label: 'SQL statement',
      placeholder: 'SELECT * FROM db.public.orders ORDER BY id',
      initial: 'SELECT CURRENT_USER() AS account, CURRENT_DATE() AS today',
      isLong: true,
    },
  ],
  authentication: { type: 'bearer' },
  credentialLabels: { secret: 'Programmatic access token' },
  request: postJson(
    'https://{account}.snowflakecomputing.com/api/v2/statements',
    { statement: '{statement}', warehouse: '{warehouse}', timeout: 60 },
    { 'X-Snowflake-Authorization-Token-Type': 'PROGRAMMATIC_ACCESS_TOKEN' },
  ),
  pagination: {
    style: 'next-request',
    method: 'GET',
    url: '/api/v2/statements/{handle}?partition={part}',
    body: '',
    values: [{ name: 'handle', selector: '$.statementHandle', isKept: true }],
    moreSelector: '',
    partsSelector: '$.resultSetMetaData.partitionInfo',
  },
  notReady: { selector: '$.code', values: ['333333', '333334'], urlSelector: '$.statementStatusUrl' },
  documentationUrl: 'https://docs.snowflake.com/developer-guide/sql-api/index',
  hints: [
    'Create the token for a user whose role may only read, and who falls under a network policy that lets the requests of this app in.',
    'Rows come as lists, in the order of the columns of the statement. All values are text; dates are days since 1970.',
    'The statement runs each time rows are read, and its warehouse is paid for. A longer freshness makes that rarer.',
  ],
};
