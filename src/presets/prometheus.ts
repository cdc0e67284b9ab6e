import type { Preset, ReadyPanel } from '../shared/contract';
import { column, getRequest } from './parts';

const columns = [
  column('Job', 'metric.job'),
  column('Instance', 'metric.instance'),
  column('Value', 'value[1]', 'number'),
];

const panel = (key: string, name: string, description: string, query: string): ReadyPanel => ({
  key,
  name,
  description,
  request: { path: '', parameters: [{ name: 'query', value: query }] },
  filters: [{ selector: '$.data.result[*]' }],
  columns,
});

/** An instant query to Prometheus, or to what speaks its API. */
export const prometheus: Preset = {
  key: 'prometheus',
  title: 'Prometheus',
  group: 'development',
  inputs: [
    { name: 'host', label: 'Host', placeholder: 'prometheus.company.example' },
    { name: 'query', label: 'PromQL query', placeholder: 'up', initial: 'up' },
  ],
  authentication: { type: 'basic', username: '' },
  request: getRequest('https://{host}/api/v1/query', { query: '{query}' }),
  pagination: { style: 'none' },
  errorSelector: '$.error',
  panels: [
    panel('targets', 'Targets', 'Every target, 1 where it can be reached.', 'up'),
    panel('down', 'Targets that are down', 'Only the targets that cannot be reached.', 'up == 0'),
  ],
  documentationUrl: 'https://prometheus.io/docs/prometheus/latest/querying/api/',
  hints: [
    'Apps cannot reach port 9090. Publish Prometheus by a proxy with HTTPS at port 443, 8443 or another that they can reach.',
    'Prometheus itself knows no users unless a web configuration names them; a proxy often asks for name and password.',
  ],
};
