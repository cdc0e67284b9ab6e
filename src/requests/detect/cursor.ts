import type { DetectedPagination, PageTarget } from '../../shared/contract';
import type { NearbyMember } from '../more/members-nearby';
import { namesNextPage } from '../more/next-sign';
import { isHolder } from '../more/rows-place';
import { cursorNames, type SeenCursor } from './cursor-names';
import { isLink } from './next-link';
import { furtherRequest } from './further-request';
import { plainValue, type SeenList, selectorOfValue } from './seen-list';
import { graphqlQuery, jsonBody } from './sent-names';
import { spellingOf } from './spelling';

/** Cursors in the response with the places where they may go. */
export interface FoundCursors {
  /** Under a name that the request or the response uses, or that APIs agree on. */
  sure: DetectedPagination[];
  /** Under a name that APIs do not agree on. */
  unsure: DetectedPagination[];
  /** Under any other name that is usual. */
  guesses: DetectedPagination[];
}

/** The cursors that the response holds around its rows: texts before numbers, those before objects and lists. */
export function findCursors(list: SeenList): FoundCursors {
  const found: FoundCursors = { sure: [], unsure: [], guesses: [] };
  for (const member of cursorMembers(list)) {
    const cursor = seenCursor(member);
    const { targets, isUsed } = cursorNames(cursor, list);
    const other = furtherRequest(cursor, selectorOfValue(member), list);
    const [first, ...others] = targets.flatMap((target) => proposals(member, cursor, target, list));
    const isKnown = isUsed || !isDisputed(cursor);
    const ranked = [...other, ...(first ? [first] : [])];
    (isKnown ? found.sure : found.unsure).push(...ranked);
    found.guesses.push(...others);
  }
  return found;
}

/** APIs do not agree on whether `next_page_token` is requested by that name, or without `next`, or with hyphens. */
const isDisputed = ({ name, words }: SeenCursor) =>
  words.join(' ') === 'next page token' && spellingOf(name) === 'snake';

const seenCursor = (member: NearbyMember): SeenCursor => ({
  name: member.name,
  words: member.words,
  value: plainValue(member),
});

function cursorMembers({ members, response, more, numbers }: SeenList): NearbyMember[] {
  const isNamed = (member: NearbyMember) =>
    (namesNextPage(member, response.url) || isScrollId(member)) && isValue(member);
  const isPlace = (member: NearbyMember) => more?.by === 'flag' && isPlaceAfter(member, numbers);
  const rank = (member: NearbyMember) => ['string', 'number', 'object'].indexOf(typeof plainValue(member));
  const found = members.filter((member) => isNamed(member) || isPlace(member));
  return found
    .filter((member) => !found.some((other) => holds(other, member)))
    .sort((one, other) => rank(one) - rank(other));
}

/** What stands in an object that goes back whole does not go by itself. */
const holds = (holder: NearbyMember, { path }: NearbyMember) =>
  isHolder(plainValue(holder)) &&
  holder.path.length < path.length &&
  holder.path.every((step, at) => step === path[at]);

function isValue(member: NearbyMember): boolean {
  const value = plainValue(member);
  if (typeof value === 'string') return !/^\s*(?:\?|$)/.test(value) && !isLink(value);
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (Array.isArray(value)) return value.length > 0 && !value.some(isHolder);
  const isHolderOfOthers = ['next', 'cursor', 'cursors', 'page', 'paging', 'links'].includes(member.words.join(' '));
  return isHolder(value) && !isHolderOfOthers && !Object.values(value).some((each) => isLink(each));
}

const isScrollId = ({ words }: NearbyMember) => words.join(' ') === 'scroll id';

/** A place that is neither where this page begins nor one that was requested, beside a word that there is more. */
function isPlaceAfter(member: NearbyMember, numbers: SeenList['numbers']): boolean {
  const { words, speaksOfPages, value } = member;
  const isPlace = speaksOfPages && ['offset', 'skip'].includes(words.at(-1) ?? '') && !words.includes('init');
  return isPlace && typeof value === 'number' && value > 0 && !numbers.some((sent) => sent.value === value);
}

function proposals(member: NearbyMember, cursor: SeenCursor, target: PageTarget, list: SeenList): DetectedPagination[] {
  const selector = selectorOfValue(member);
  const place = target.in === 'body' ? `the body at ${target.name}` : `the parameter ${target.name}`;
  const reason = `The response has a cursor at ${selector}, which usually goes into ${place}. Page two shows whether it does.`;
  if (target.in === 'parameter' && isBagOfParameters(cursor)) {
    const said = `The response has an object at ${selector} that continues the list. Page two shows whether its members do.`;
    return [{ pagination: { style: 'continuation-object', selector, target: 'parameter' }, reason: said }];
  }
  const pagination = { style: 'cursor', selector, moreSelector: list.moreSelector, target } as const;
  const alone = aloneWith(cursor, target, list);
  return alone
    ? [
        { pagination: { ...pagination, only: alone }, reason },
        { pagination, reason },
      ]
    : [{ pagination, reason }];
}

/** MediaWiki's `continue`: members that are parameters themselves. */
const isBagOfParameters = ({ value }: SeenCursor) =>
  isHolder(value) && Object.values(value).every((each) => ['string', 'number'].includes(typeof each));

/** What goes along with a token that stands alone: what says which operation it is (OAI-PMH 2.0 section 3.5). */
function aloneWith({ words }: SeenCursor, target: PageTarget, list: SeenList): string[] | undefined {
  if (target.in === 'body') return isStatement(list) && words.join(' ') === 'cursor' ? [] : undefined;
  if (!words.includes('resumption')) return undefined;
  return list.sent
    .filter(({ name }) => /^(?:verb|action|method|operation|request|service)$/i.test(name))
    .map(({ name }) => name);
}

/** A statement that was run is not run again with its cursor. */
function isStatement({ response: { body } }: SeenList): boolean {
  const members = jsonBody(body) ?? {};
  const isText = ['query', 'statement', 'sql'].some((name) => typeof members[name] === 'string');
  return isText && graphqlQuery(body) === undefined;
}
