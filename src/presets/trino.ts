import type { Preset } from '../shared/contract';
import { postText } from './parts';

/** A statement to Trino. Each response links to the next one, also while the statement waits for its turn. */
export const trino: Preset = {
  key: 'trino',
  title: 'Trino',
  group: 'sql',
  inputs: [
    { name: 'host', label: 'Host', placeholder: 'trino.company.example' },
    {
      name: 'statement',
      label: 'SQL statement',
      placeholder: 'SELECT * FROM hive.sales.orders ORDER BY id',
      initial: 'SELECT table_schema, table_name FROM system.information_schema.tables',
      isLong: true,
    },
  ],
  authentication: { type: 'basic', username: '' },
  request: postText('https://{host}:8443/v1/statement', '{statement}'),
  pagination: { style: 'next-url', selector: '$.nextUri', method: 'GET' },
  errorSelector: '$.error',
  documentationUrl: 'https://trino.io/docs/current/develop/client-protocol.html',
  hints: [
    'Port 8443 is the usual one for HTTPS in Trino, and one that apps can reach. The plain port 8080 works only where HTTPS is served there.',
    'Rows come as lists, in the order of the columns of the statement. Write no semicolon at its end.',
    'The first responses have no rows while the statement waits, and each counts as a page. Set the maximum of pages for it.',
  ],
};
