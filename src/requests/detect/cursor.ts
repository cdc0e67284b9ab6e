import type { DetectedPagination, PageTarget } from '../../shared/contract';
import type { SeenResponse } from './seen-response';
import { type Member, membersNearTop, plainName, selectorOf } from './members';

/** Members that hold a cursor, and the parameter that takes it where the API does not name it the same. */
const cursorNames = new Map([
  ['nextcursor', 'cursor'],
  ['nextpagetoken', 'pageToken'],
  ['nextpagecursor', 'cursor'],
  ['nexttoken', 'nextToken'],
  ['nextcontinuationtoken', 'continuation-token'],
  ['continuationtoken', 'continuationToken'],
  ['endcursor', 'after'],
  ['cursornext', 'cursor'],
]);

/** Members that say whether there is more. */
const moreName = /^(?:hasmore|hasnextpage|hasnext|more|moreresults|moreitems|morerecords)$/;

/**
 * A cursor in the body: by its name; as `after` within `next`, as HubSpot has it; or, with `has_more` alone, the id of the
 * last row, as Stripe has it.
 */
export function detectCursor(response: SeenResponse): DetectedPagination | undefined {
  const members = membersNearTop(response.document);
  const more = members.find(({ name, value }) => typeof value === 'boolean' && moreName.test(plainName(name)));
  const found = members.find(isCursor);
  if (found) return proposal(found, more, response);
  return more?.value === true ? lastIdProposal(members, more) : undefined;
}

function isCursor({ names, name, value }: Member): boolean {
  if ((typeof value !== 'string' && typeof value !== 'number') || value === '') return false;
  if (cursorNames.has(plainName(name))) return true;
  const holder = plainName(names.at(-2) ?? '');
  return (holder === 'next' && name === 'after') || (holder === 'cursors' && name === 'after');
}

function proposal({ names, name }: Member, more: Member | undefined, response: SeenResponse): DetectedPagination {
  const target = targetOf(name, response);
  const selector = selectorOf(names);
  const moreSelector = more ? selectorOf(more.names) : '';
  const place = target.in === 'body' ? `the body at ${target.name}` : `the parameter ${target.name}`;
  return {
    pagination: { style: 'cursor', selector, moreSelector, target },
    reason: `The response has a cursor at ${selector}, which usually goes into ${place}. Page two shows whether it does.`,
  };
}

function targetOf(name: string, { url, body }: SeenResponse): PageTarget {
  if (body !== undefined && isGraphql(body)) return { in: 'body', name: `variables.${graphqlVariable(body)}` };
  const known = cursorNames.get(plainName(name)) ?? name;
  return {
    in: body === undefined ? 'parameter' : 'body',
    name: usedName(url, plainName(name)) ?? habitOf(url, name) ?? known,
  };
}

/** The name that the request uses for a cursor already. */
function usedName(url: URL, cursor: string): string | undefined {
  const candidates = ['cursor', 'pagetoken', 'nextpagetoken', 'after', 'continuationtoken', cursor];
  return [...url.searchParams.keys()].find((key) => candidates.includes(plainName(key)));
}

/** Jira's search takes `nextPageToken` by the name it gives. */
function habitOf({ hostname, pathname }: URL, name: string): string | undefined {
  const isAtlassian =
    hostname.endsWith('.atlassian.net') || hostname === 'api.atlassian.com' || pathname.includes('/rest/api/3/');
  return isAtlassian && name === 'nextPageToken' ? name : undefined;
}

const isGraphql = (body: string) => /^\s*\{\s*"query"\s*:/.test(body);

/** The variable that the query hands to `after`, and `after` where that cannot be seen. */
function graphqlVariable(body: string): string {
  return /\bafter\s*:\s*\$([A-Za-z_]\w*)/.exec(body)?.[1] ?? 'after';
}

function lastIdProposal(members: readonly Member[], more: Member): DetectedPagination | undefined {
  const list = members.find(({ value }) => Array.isArray(value) && hasId(value.at(-1)));
  if (!list) return undefined;
  const selector = `${selectorOf(list.names)}[-1].id`;
  return {
    pagination: {
      style: 'cursor',
      selector,
      moreSelector: selectorOf(more.names),
      target: { in: 'parameter', name: 'starting_after' },
    },
    reason: `The response says at ${selectorOf(more.names)} that there is more, but has no cursor. Such APIs continue after the ID of the last row.`,
  };
}

function hasId(row: unknown): boolean {
  return (
    typeof row === 'object' && row !== null && 'id' in row && (typeof row.id === 'string' || typeof row.id === 'number')
  );
}
