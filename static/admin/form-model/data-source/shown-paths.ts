import { fieldsOnScreen, secretFields } from './authentication-values';
import type { DataSourceValues } from './data-source-values';
import type { PaginationStyle } from './pagination-values';

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
const otherPaths = [
  'input.',
  'allowedSpaces.',
  'variables.',
  'sampleValues.',
  'response.format',
  'response.charset',
  'response.csv.',
  'response.errorSelector',
  'response.notReady.',
  'limits',
  'limits.',
  'freshness',
  'freshness.',
];

const paginationPaths: Record<PaginationStyle, string[]> = {
  none: [],
  'odata-next-link': [],
  'link-header': [],
  'next-url': ['selector', 'moreSelector'],
  'header-url': ['header'],
  cursor: ['selector', 'moreSelector', 'target', 'only'],
  values: ['values', 'moreSelector'],
  'continuation-object': ['selector', 'target'],
  'next-request': ['method', 'url', 'body', 'values', 'moreSelector', 'partsSelector'],
  'page-number': ['target', 'start', 'itemsSelector', 'total'],
  'offset-limit': ['offset', 'limit', 'pageSize', 'start', 'itemsSelector', 'total'],
};

/**
 * The paths of field errors that a field on the screen shows; those of other authentication types and pagination styles
 * are not there. A path that ends in `.` covers all below it.
 */
export function shownPaths(values: DataSourceValues): string[] {
  const authentication = ['type', ...fieldsOnScreen(values), ...secretFields(values)];
  const pagination = ['style', ...paginationPaths[values.pagination.style]];
  return [
    ...wholePaths,
    ...requestPaths,
    'header.',
    'secret.',
    ...secretFields(values),
    ...otherPaths,
    ...authentication.flatMap((name) => [`authentication.${name}`, `authentication.${name}.`]),
    ...pagination.flatMap((name) => [`pagination.${name}`, `pagination.${name}.`]),
  ];
}
