import type { DetectedPagination, PageTarget, PageTotal } from '../../shared/contract';
import { isNumberOfPages, isPageNumber, isPageSize, isStart, isTotal, numberOf } from '../more/count-signs';
import { headerOfTotal } from '../more/header-signs';
import type { NearbyMember } from '../more/members-nearby';
import { wordsOf } from '../more/name-words';
import { isHolder } from '../more/rows-place';
import type { SentNumber } from '../more/requested-numbers';
import { type Companion, companionsOf, usualCompanions } from './companions';
import { selectorOf } from './members';
import type { SeenList } from './seen-list';
import { graphqlQuery } from './sent-names';

/** Paging by numbers that a response shows. */
export interface FoundCounts {
  /** By a number of a page or a place that the request sends. */
  requested: DetectedPagination[];
  /** By one that the response tells, or that goes with the size that was requested. */
  told: DetectedPagination[];
  /** By what others use. */
  guesses: DetectedPagination[];
  /** The response says which page this is, or where it begins. */
  isPlaced: boolean;
}

/** The ways by numbers in which the list may go on, likeliest first in each part; none without rows. */
export function findCounts(list: SeenList): FoundCounts {
  if (list.count === 0) return { requested: [], told: [], guesses: [], isPlaced: false };
  const sizes = list.numbers.filter((each) => isSize(each, list));
  const size = sizes.find(({ name }) => name !== 'first') ?? sizes[0];
  const ways = (found: readonly Way[]) => found.map((way) => proposalOf(way, size, list));
  const requested = ways(requestedWays(list, size));
  // A GraphQL query takes no variable that it does not declare.
  if (graphqlQuery(list.response.body) !== undefined) return { requested, told: [], guesses: [], isPlaced: false };
  const { page, place } = toldOf(list);
  const [likeliest, ...others] = size ? besideSize(size, page, place) : toldWays(page, place, list);
  const usual = usualCompanions.map((each) => wayBy(each, { in: 'parameter', name: each.name }));
  return {
    requested,
    told: likeliest ? ways([likeliest]) : [],
    guesses: ways(likeliest ? others : usual),
    isPlaced: page !== undefined || place !== undefined,
  };
}

/** A number that goes on from page to page. `start` is what the first page has. */
interface Way {
  kind: Companion['kind'];
  target: PageTarget;
  start: number;
}

function requestedWays(list: SeenList, size: SentNumber | undefined): Way[] {
  const isGraphql = graphqlQuery(list.response.body) !== undefined;
  const words = (each: SentNumber) => wordsOf(each.name);
  const page = list.numbers.find((each) => isPageNumber(words(each)));
  const isPlace = (each: SentNumber) =>
    each !== size && (isStart(words(each)) || (each.name === 'first' && size !== undefined && !isGraphql));
  const place = list.numbers.find(isPlace);
  const echoed =
    size && !page && !place ? list.numbers.find((each) => each !== size && isEchoed(each, list)) : undefined;
  return [
    ...(page ? [pageWay(page.target, page.value)] : []),
    ...(place ? [placeWay(place.target, place.value)] : []),
    ...(echoed ? [pageWay(echoed.target, echoed.value), placeWay(echoed.target, echoed.value)] : []),
  ];
}

/** A page or a place may count from 0 or from 1. */
const pageWay = (target: PageTarget, first: number): Way => ({ kind: 'page', target, start: first === 0 ? 0 : 1 });

/** Only a place that is called an index counts from 1, as SCIM's does (RFC 7644 section 3.4.2.4), unless 0 was requested. */
function placeWay(target: PageTarget, first: number): Way {
  const isIndex = wordsOf(target.name).some((word) => word === 'index' || word === 'position');
  return { kind: 'offset', target, start: isIndex && first !== 0 ? 1 : 0 };
}

/** A name that is known, or one of another language whose number the response says again and has as many rows as. */
const isSize = (each: SentNumber, list: SeenList) =>
  isPageSize(wordsOf(each.name)) || (each.value === list.count && each.value > 1 && isSaidAgain(each, list));

const isEchoed = (each: SentNumber, list: SeenList) => each.value <= 1 && isSaidAgain(each, list);

const isSaidAgain = ({ name, value }: SentNumber, { members }: SeenList) =>
  members.some((member) => member.name === name && numberOf(member.value) === value);

interface ToldPlaces {
  page?: NearbyMember;
  place?: NearbyMember;
}

/** What the response says of which page this is and where it begins; the first one has 0 or 1. */
function toldOf({ members }: SeenList): ToldPlaces {
  const first = members.filter((member) => member.speaksOfPages && (numberOf(member.value) ?? 2) <= 1);
  return {
    page: first.find(({ words, path }) => isPageNumber(words) || isSpringNumber(words, path.length, members)),
    place: first.find(({ words }) => isStart(words)),
  };
}

/** `number` beside a number of pages is that of the page. */
const isSpringNumber = (words: readonly string[], depth: number, members: readonly NearbyMember[]) =>
  words.join(' ') === 'number' &&
  members.some((each) => each.path.length === depth && isNumberOfPages(each.words, false));

function besideSize(size: SentNumber, page: NearbyMember | undefined, place: NearbyMember | undefined): Way[] {
  const holder = size.target.name.slice(0, size.target.name.length - size.name.length);
  const names = companionsOf(size.name);
  const toldNames: Companion[] = [
    ...(place ? [{ kind: 'offset', name: place.name } as const] : []),
    ...(page ? [{ kind: 'page', name: parameterFor(page.name) } as const] : []),
  ];
  const [likeliest] = names;
  const isOfPages = likeliest?.kind === 'page';
  const told = toldNames.filter(({ kind }) => (isOfPages ? kind === 'page' : true));
  const start = numberOf((page ?? place)?.value);
  const all = isOfPages ? [...told, ...names, ...toldNames] : [...told, ...names];
  return all.map((each) => wayBy(each, { in: size.target.in, name: `${holder}${each.name}` }, start));
}

const wayBy = ({ kind }: Companion, target: PageTarget, first?: number): Way =>
  kind === 'page' ? pageWay(target, first ?? 1) : placeWay(target, first ?? 1);

function toldWays(page: NearbyMember | undefined, place: NearbyMember | undefined, { members }: SeenList): Way[] {
  const names = page ? pageNames(page, members) : [];
  const pages = names.map((name) => pageWay({ in: 'parameter', name }, numberOf(page?.value) ?? 1));
  const places = place ? [placeWay({ in: 'parameter', name: place.name }, numberOf(place.value) ?? 0)] : [];
  return [...places, ...pages];
}

/** Names in an object called `pagination`, with a size in camel case, are requested as `pagination[page]` first. */
function pageNames({ name, within, path }: NearbyMember, members: readonly NearbyMember[]): string[] {
  const plain = parameterFor(name);
  const holder = path.at(-2);
  if (within.join(' ') !== 'pagination' || name !== 'page' || typeof holder !== 'string') return [plain];
  const bracketed = `${holder}[${name}]`;
  const hasSize = members.some((member) => member.name === 'pageSize' && member.within.join(' ') === 'pagination');
  return hasSize ? [bracketed, plain] : [plain, bracketed];
}

/** Spring answers `number` and `current_page` is Laravel's; both take `page`. */
function parameterFor(told: string): string {
  return /^(?:number|current[_-]?page)$/i.test(told) ? 'page' : told;
}

function proposalOf({ kind, target, start }: Way, size: SentNumber | undefined, list: SeenList): DetectedPagination {
  const { itemsSelector, count } = list;
  const total = totalOf(list);
  if (kind === 'page') {
    const pagination = { style: 'page-number', target, start, itemsSelector, total } as const;
    return { pagination, reason: reasonFor('page number', target, total, count) };
  }
  const limit = size?.target ?? limitFor(target, list);
  const pageSize = size?.value || count;
  const pagination = { style: 'offset-limit', offset: target, limit, pageSize, start, itemsSelector, total } as const;
  return { pagination, reason: reasonFor('offset', target, total, count) };
}

/** APIs that repeat the size mostly call it what the parameter is called; where they do not, it is not sent. */
function limitFor(offset: PageTarget, { members, numbers }: SeenList): PageTarget {
  const isRequested = numbers.some(({ target }) => target.name === offset.name);
  const told = members.find(
    ({ words, value, speaksOfPages }) => speaksOfPages && isPageSize(words) && numberOf(value) !== undefined,
  );
  const isIndex = wordsOf(offset.name).includes('index');
  const name = isIndex ? 'count' : (told?.name ?? (isRequested ? 'limit' : ''));
  const holder = offset.in === 'body' && name !== '' ? offset.name.split('.').slice(0, -1) : [];
  return { in: offset.in, name: [...holder, name].join('.') };
}

/** A total that is more than the page has, or how many pages there are; the body's counts before a header's. */
function totalOf({ members, count, response: { headers = [] } }: SeenList): PageTotal | undefined {
  const rows = members.find((member) => isTotal(member) && (numberOf(member.value) ?? 0) > count);
  if (rows) return { of: 'rows', selector: selectorOfNumber(rows) };
  const pages = members.find(
    ({ words, speaksOfPages, value }) => speaksOfPages && isNumberOfPages(words, true) && (numberOf(value) ?? 0) > 1,
  );
  if (pages) return { of: 'pages', selector: selectorOfNumber(pages) };
  const header = headerOfTotal(headers, count);
  return header === undefined ? undefined : { of: 'rows', from: 'header', selector: header };
}

const selectorOfNumber = ({ path, value }: NearbyMember) =>
  selectorOf(isHolder(value) && 'value' in value ? [...path, 'value'] : path);

function reasonFor(way: string, { name }: PageTarget, total: PageTotal | undefined, items: number): string {
  const rows = items === 1 ? 'this row' : `these ${items} rows`;
  return total
    ? `The API pages by ${way} in ${name}; ${total.selector} says there are more than ${rows}.`
    : `The API pages by ${way} in ${name}. Page two shows whether there are more than ${rows}.`;
}
