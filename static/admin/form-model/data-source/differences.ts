import type { DataSourceSettings } from '../../../../src/shared/contract';

/** The parts of the settings, as the form calls them. */
const parts: { readonly [Part in keyof Required<DataSourceSettings>]: string } = {
  name: 'Name',
  request: 'Request',
  authentication: 'Authentication',
  pagination: 'Pagination',
  variables: 'Variables',
  response: 'Response format',
  limits: 'Limits',
  freshness: 'Freshness',
  allowedSpaces: 'Allowed spaces',
};

/** The names of the parts in which two settings differ, in the order of the form. */
export function differingParts(one: DataSourceSettings, other: DataSourceSettings): string[] {
  const names = Object.keys(parts) as (keyof DataSourceSettings)[];
  return names.filter((part) => plain(one[part]) !== plain(other[part])).map((part) => parts[part]);
}

/** Members in one order, because a record may have them in another than the form. */
function plain(value: unknown): string {
  return JSON.stringify([value], (_, member: unknown) => (isObject(member) ? sorted(member) : member));
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const sorted = (value: object) => Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
