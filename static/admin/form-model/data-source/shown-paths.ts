import type { Authentication } from '../../../../src/shared/contract';
import type { DataSourceValues } from './data-source-values';
import type { PaginationStyle } from './pagination-values';

type Shown = Pick<DataSourceValues, 'authenticationType' | 'grantType' | 'pagination'>;

const wholePaths = ['name', 'allowedSpaces', 'pagination', 'request', 'authentication', 'response'];
const requestPaths = [
  'url',
  'method',
  'parameters',
  'parameters.',
  'headers',
  'headers.',
  'body',
  'body.kind',
  'body.text',
  'body.contentType',
  'body.query',
  'body.variables',
  'body.fields',
  'body.fields.',
].map((name) => `request.${name}`);
const secretPaths = ['clientSecret', 'password', 'token', 'apiKey', 'headerValue', 'header.', 'tokenParameter.'];
const otherPaths = [
  'allowedSpaces.',
  'variables.',
  'sampleValues.',
  'response.format',
  'response.errorSelector',
  'limits',
  'limits.',
  'freshness',
  'freshness.',
];

const oauth2Paths = [
  'grantType',
  'clientId',
  'clientSecret',
  'clientAuthentication',
  'authUrl',
  'tokenUrl',
  'revokeUrl',
  'scopes',
  'scopeSeparator',
  'authorizeParameters',
  'tokenParameters',
  'tokenHeader',
  'assumedLifetime',
  'secretExpiresOn',
];
const authenticationPaths: Record<Authentication['type'], string[]> = {
  none: ['type'],
  basic: ['type', 'username', 'password'],
  bearer: ['type', 'token'],
  'api-key': ['type', 'placement', 'name', 'prefix', 'apiKey'],
  'custom-header': ['type', 'name', 'headerValue'],
  oauth2: ['type', ...oauth2Paths],
};
const paginationPaths: Record<PaginationStyle, string[]> = {
  none: [],
  'odata-next-link': [],
  'link-header': [],
  'next-url': ['selector'],
  cursor: ['selector', 'moreSelector', 'target'],
  'page-number': ['target', 'start', 'itemsSelector', 'total'],
  'offset-limit': ['offset', 'limit', 'pageSize', 'start', 'itemsSelector', 'total'],
};

/**
 * The paths of field errors that a field on the screen shows; those of other authentication types and pagination styles
 * are not there. A path that ends in `.` covers all below it.
 */
export function shownPaths({ authenticationType, grantType, pagination }: Shown): string[] {
  const hidden = grantType === 'client_credentials' ? ['authUrl', 'authorizeParameters'] : [];
  const authentication = authenticationPaths[authenticationType].filter((name) => !hidden.includes(name));
  return [
    ...wholePaths,
    ...requestPaths,
    ...secretPaths,
    ...otherPaths,
    ...authentication.flatMap((name) => [`authentication.${name}`, `authentication.${name}.`]),
    ...['style', ...paginationPaths[pagination.style]].flatMap((name) => [`pagination.${name}`, `pagination.${name}.`]),
  ];
}
