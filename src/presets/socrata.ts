import type { Preset } from '../shared/contract';
import { getRequest } from './parts';

/** A data set of a Socrata portal, such as those of many cities and agencies. */
export const socrata: Preset = {
  key: 'socrata',
  title: 'Socrata',
  group: 'open-data',
  inputs: [
    { name: 'domain', label: 'Portal', placeholder: 'data.cityofnewyork.us' },
    { name: 'dataset', label: 'Data set', placeholder: 'erm2-nwe9', help: 'Its ID, four characters twice.' },
  ],
  authentication: { type: 'none' },
  request: getRequest('https://{domain}/resource/{dataset}.json', { $order: ':id' }),
  pagination: {
    style: 'offset-limit',
    offset: { in: 'parameter', name: '$offset' },
    limit: { in: 'parameter', name: '$limit' },
    pageSize: 5000,
    start: 0,
    itemsSelector: '$',
  },
  documentationUrl: 'https://dev.socrata.com/docs/queries/',
  hints: [
    'Many data sets have more rows than a table should show. Choose some with $where or $select.',
    'Without an app token, requests may be slowed down. Add one as the secret header X-App-Token.',
  ],
};
