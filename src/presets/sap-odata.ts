import type { Preset } from '../shared/contract';
import { getRequest } from './parts';

/** An entity set of an SAP system through OData 2.0, counted and read in parts. */
export const sapOData: Preset = {
  key: 'sap-odata',
  title: 'SAP (OData)',
  group: 'business',
  inputs: [
    { name: 'host', label: 'Host', placeholder: 'my300000-api.s4hana.cloud.sap' },
    { name: 'service', label: 'Service', placeholder: 'API_BUSINESS_PARTNER' },
    { name: 'entities', label: 'Entity set', placeholder: 'A_BusinessPartner' },
  ],
  authentication: { type: 'basic', username: '' },
  credentialLabels: { username: 'Communication user' },
  request: getRequest('https://{host}/sap/opu/odata/sap/{service}/{entities}', {
    $format: 'json',
    $inlinecount: 'allpages',
  }),
  pagination: {
    style: 'offset-limit',
    offset: { in: 'parameter', name: '$skip' },
    limit: { in: 'parameter', name: '$top' },
    pageSize: 1000,
    start: 0,
    itemsSelector: '$.d.results',
    total: { of: 'rows', selector: '$.d.__count' },
  },
  documentationUrl: 'https://api.sap.com/package/SAPS4HANACloud/odata',
  hints: [
    'In S/4HANA Cloud, a communication arrangement opens the service to the communication user.',
    'An on-premise system must be published on the internet under a host name, at port 443, 8443 or another that apps can reach.',
    'Choose fields with $select: entity sets often have a hundred of them.',
  ],
};
