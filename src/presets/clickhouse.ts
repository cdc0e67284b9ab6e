import type { Preset } from '../shared/contract';
import { getRequest } from './parts';

/** A query to ClickHouse through HTTPS. By GET it can only read. */
export const clickHouse: Preset = {
  key: 'clickhouse',
  title: 'ClickHouse',
  group: 'sql',
  inputs: [
    { name: 'host', label: 'Host', placeholder: 'abc123.eu-central-1.aws.clickhouse.cloud' },
    {
      name: 'statement',
      label: 'SQL statement',
      placeholder: 'SELECT * FROM sales.orders ORDER BY id',
      initial: 'SELECT database, name, total_rows FROM system.tables ORDER BY database, name',
      isLong: true,
    },
  ],
  authentication: { type: 'basic', username: '' },
  request: getRequest('https://{host}:8443/', { query: '{statement}', default_format: 'JSON' }),
  pagination: { style: 'none' },
  panels: [
    {
      key: 'tables',
      name: 'Tables',
      description: 'All tables that the user may see, with their rows.',
      request: {
        path: '',
        parameters: [
          { name: 'query', value: 'SELECT database, name, total_rows FROM system.tables ORDER BY database, name' },
        ],
      },
      filters: [{ selector: '$.data[*]' }],
      columns: [
        { label: 'Database', selector: '$.database', type: 'text' },
        { label: 'Table', selector: '$.name', type: 'text' },
        { label: 'Rows', selector: '$.total_rows', type: 'number' },
      ],
    },
  ],
  documentationUrl: 'https://clickhouse.com/docs/interfaces/http',
  hints: [
    'Port 8443 is that of HTTPS in ClickHouse, and one that apps can reach. The plain port 8123 is not.',
    'Use a user whose profile is read-only and who may read only what all readers may know.',
    'A panel can have a statement of its own: the parameter query.',
  ],
};
