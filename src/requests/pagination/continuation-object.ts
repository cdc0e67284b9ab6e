import type { Pagination } from '../../shared/contract';
import { firstValue } from './first-value';
import { type Continuation, lastPage, type PageFacts } from './page-facts';
import { type PageValue, withValue } from './page-target';

/** Such an object is small; one with more members is something else. */
const mostMembers = 30;

/**
 * The first request with all members of the response's continuation object put in under their own names; what an earlier
 * response had put in is not kept. Without the object, or with an empty one, the page is the last.
 */
export function afterContinuationObject(
  { selector, target }: Extract<Pagination, { style: 'continuation-object' }>,
  page: PageFacts,
): Continuation {
  const members = membersOf(firstValue(selector, page.document));
  if (members.length === 0) return lastPage;
  const { first = page.request } = page;
  const request = members.reduce((each, [name, value]) => withValue(each, { in: target, name }, value), first);
  return { kind: 'request', request };
}

function membersOf(value: unknown): [string, PageValue][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value)
    .slice(0, mostMembers)
    .filter((member): member is [string, PageValue] => isValue(member[1]));
}

const isValue = (value: unknown) =>
  ['string', 'number'].includes(typeof value) || (typeof value === 'object' && value !== null);
