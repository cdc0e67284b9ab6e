import type { Preset } from '../shared/contract';
import { postJson } from './parts';

/** A statement to a SQL warehouse of Databricks. Each response links to the next part. */
export const databricks: Preset = {
  key: 'databricks',
  title: 'Databricks SQL',
  group: 'sql',
  inputs: [
    { name: 'host', label: 'Workspace host', placeholder: 'adb-1234567890123456.7.azuredatabricks.net' },
    { name: 'warehouse', label: 'Warehouse ID', placeholder: '1234567890abcdef' },
    {
      name: 'statement',
      label: 'SQL statement',
      placeholder: 'SELECT * FROM main.sales.orders ORDER BY id',
      initial: 'SELECT current_user() AS account, current_date() AS today',
      isLong: true,
    },
  ],
  authentication: { type: 'bearer' },
  credentialLabels: { secret: 'Access token' },
  request: postJson('https://{host}/api/2.0/sql/statements', {
    warehouse_id: '{warehouse}',
    statement: '{statement}',
    wait_timeout: '20s',
    on_wait_timeout: 'CANCEL',
  }),
  pagination: { style: 'next-url', selector: '$..next_chunk_internal_link', method: 'GET' },
  errorSelector: "$.status[?@ == 'CANCELED' || @.message]",
  documentationUrl: 'https://docs.databricks.com/api/workspace/statementexecution',
  hints: [
    'The token needs a user or service principal who may use the warehouse and read the tables, and nothing else.',
    'A warehouse that is stopped takes minutes to start. A statement that is not done after 20 seconds is canceled; start the warehouse, then test again.',
    'Rows come as lists, in the order of the columns of the statement, up to 25 MB.',
  ],
};
