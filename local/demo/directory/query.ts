import { badQuery, GraphError } from './graph-error';

/** The query options of a list, checked. */
export interface ListQuery {
  top: number;
  skip: number;
  select: string[] | undefined;
  filter: string | undefined;
  orderBy: { field: string; descending: boolean } | undefined;
  count: boolean;
}

const known = ['$top', '$select', '$filter', '$orderby', '$count', '$skiptoken', '$expand'];
const defaultTop = 100;
const maximumTop = 999;

/**
 * The query of a list's URL: 100 rows a page unless `$top` says 1 to 999, as for Graph's users.
 * @throws GraphError 400 naming the option that is wrong
 */
export function parseListQuery(parameters: URLSearchParams): ListQuery {
  for (const name of parameters.keys()) {
    if (name.startsWith('$') && !known.includes(name)) throw badQuery(`Query option '${name}' is not supported.`);
  }
  return {
    top: parseTop(parameters.get('$top')),
    skip: parseSkipToken(parameters.get('$skiptoken')),
    select: parameters
      .get('$select')
      ?.split(',')
      .map((field) => field.trim()),
    filter: parameters.get('$filter') ?? undefined,
    orderBy: parseOrderBy(parameters.get('$orderby')),
    count: parameters.get('$count') === 'true',
  };
}

/** The address of the page after `skip` rows, with all other options kept; `$` is left as it is, as Graph does. */
export function nextLink(url: URL, skip: number): string {
  const kept = [...url.searchParams].filter(([name]) => name !== '$skiptoken');
  const token = Buffer.from(`after-${skip}`).toString('base64url');
  const query = [...kept, ['$skiptoken', token] as const].map(
    ([name, value]) => `${encodeURIComponent(name).replace('%24', '$')}=${encodeURIComponent(value)}`,
  );
  return `${url.origin}${url.pathname}?${query.join('&')}`;
}

function parseTop(text: string | null): number {
  if (text === null) return defaultTop;
  const top = Number(text);
  if (!Number.isInteger(top) || top < 1 || top > maximumTop) {
    throw badQuery(`The page size '${text}' is not a whole number from 1 to ${maximumTop}.`);
  }
  return top;
}

function parseSkipToken(token: string | null): number {
  if (token === null) return 0;
  const skip = /^after-(\d{1,9})$/.exec(Buffer.from(token, 'base64url').toString('latin1'))?.[1];
  if (skip !== undefined) return Number(skip);
  throw new GraphError(400, 'Directory_ExpiredPageToken', 'The page token is not valid or has expired.');
}

function parseOrderBy(text: string | null): ListQuery['orderBy'] {
  if (text === null) return undefined;
  const [field, direction = 'asc', ...rest] = text.trim().split(/\s+/);
  if (!field || field.includes(',') || rest.length > 0 || !['asc', 'desc'].includes(direction)) {
    throw badQuery(`Sorting by '${text}' is not supported: name one field, then asc or desc.`);
  }
  return { field, descending: direction === 'desc' };
}
