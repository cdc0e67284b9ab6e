import type { MoreRows } from '../../shared/frame';
import type { SentNumber } from './requested-numbers';
import type { NearbyMember } from './members-nearby';
import { isHolder } from './rows-place';
import { wordsOf } from './name-words';

/** What is known of the place of a page in its list. */
export interface Counting {
  /** Entries of the page. */
  count: number;
  /** Entries that this reading has had before it. */
  countBefore: number;
  sent: readonly SentNumber[];
  members: readonly NearbyMember[];
}

/** What numbers say: there is more, all was reached, or nothing that could be told from them. */
export type CountSign = MoreRows | 'end' | undefined;

const countedWords = new Set(
  `all available complete element elements entries entry estimated exact feature features found hit hits item items list
  matched matches matching nb num number object objects odata of overall record records result results row rows size
  total totals count`.split(/\s+/),
);
const totalWords = new Set(['total', 'totals', 'found', 'matched', 'matching', 'available', 'overall', 'hits']);

/** What the totals of rows say that stand beside or above them, judged with what was requested. */
export function totalSign(counting: Counting): CountSign {
  const isExact = ({ words }: NearbyMember) => counting.countBefore === 0 || !words.includes('estimated');
  const totals = counting.members
    .filter((member) => isTotal(member) && isExact(member))
    .flatMap(({ words, value }) => {
      const total = numberOf(value);
      return total === undefined ? [] : [{ total, isOfAll: words.some((word) => totalWords.has(word)) }];
    });
  const signs = totals.map(({ total, isOfAll }) => signOf(total, isOfAll, counting));
  return signs.find((sign) => typeof sign === 'object') ?? signs.find((sign) => sign === 'end');
}

/** What one total says; only one of all rows, and not what may count this page alone, proves the end. */
export function signOf(total: number, isOfAll: boolean, counting: Counting): CountSign {
  const { count } = counting;
  const starts = startsOf(counting).filter((start) => start + count <= total);
  if (total === 0 || starts.length === 0) return undefined;
  if (starts.some((start) => start + count === total)) return isOfAll && count > 0 ? 'end' : undefined;
  return { by: 'total', total };
}

/** Whether a member counts all rows there are, by its name. */
export function isTotal({ words, within, speaksOfPages }: NearbyMember): boolean {
  if (!speaksOfPages || words.length === 0 || !words.every((word) => countedWords.has(word))) return false;
  if (words.some((word) => totalWords.has(word))) return true;
  const isBareCount = words.length === 1 && !within.includes('page');
  return words.includes('count') && (isBareCount || words.length > 1);
}

/** A whole number, written as such, as digits, or as the value of an object, as search engines have it. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined;
  if (typeof value === 'string') return /^\d{1,15}$/.test(value.trim()) ? Number(value) : undefined;
  return isHolder(value) && 'value' in value && !isHolder(value.value) ? numberOf(value.value) : undefined;
}

const startWords = new Set(['offset', 'skip', 'start', 'from', 'position', 'at', 'index']);
const besideStart = new Set(['first', 'init', 'item', 'page', 'pagination', 'record', 'result', 'row', 'sysparm']);

/**
 * Entries before this page, as the reading, the request or the response has them. Alternatives where places and pages may
 * count from 0 or from 1; 0 where nothing is said.
 */
function startsOf({ sent, members, countBefore }: Counting): number[] {
  if (countBefore > 0) return [countBefore];
  const told = members.filter(({ speaksOfPages }) => speaksOfPages);
  const named = [
    ...sent.map(({ name, value }) => ({ words: wordsOf(name), value })),
    ...told.flatMap(({ words, value }) =>
      numberOf(value) === undefined ? [] : [{ words, value: numberOf(value) ?? 0 }],
    ),
  ];
  const valuesOf = (isOne: (words: readonly string[]) => boolean) =>
    named.flatMap(({ words, value }) => (isOne(words) ? [value] : []));
  const bySize = (page: number) => valuesOf(isPageSize).map((size) => (page - 1) * size);
  const pages = valuesOf(isPageNumber).filter((page) => page > 1);
  const places = [...valuesOf(isStart), ...valuesOf(isIndex).map((place) => place - 1)];
  const starts = [...places, ...pages.flatMap(bySize)].filter((start) => start > 0);
  return starts.length > 0 ? starts : [0];
}

/** Such places count from 1 with many APIs (RFC 7644 section 3.4.2.4). */
const isIndex = (words: readonly string[]) =>
  isStart(words) && words.some((word) => word === 'index' || word === 'position');

/** `offset`, `skip`, `startAt`: where a page begins. */
export function isStart(words: readonly string[]): boolean {
  const isOne = words.some((word) => startWords.has(word)) && !words.includes('next');
  return isOne && words.every((word) => startWords.has(word) || besideStart.has(word));
}

export function isPageNumber(words: readonly string[]): boolean {
  const others = words.filter((word) => !['page', 'pagination', 'paging', 'current', 'p'].includes(word));
  return others.length < words.length && others.every((word) => ['number', 'no', 'num', 'index', 'nr'].includes(word));
}

/** `limit`, `per_page`, `$top`: how many rows a page has. */
export function isPageSize(words: readonly string[]): boolean {
  const text = words.filter((word) => word !== 'sysparm' && word !== 'pagination').join(' ');
  return /^(?:limit|top|per page|page size|page limit|page len|pagelen|ps|size|count|max|max results|max keys|max items|hits per page|items per page|results per page|rows|rows per page|first|take|n|num|fetch size|page count)$/.test(
    text,
  );
}

/** What numbers of pages say: which one this is, and how many there are. */
export function pagesSign({ sent, members, count }: Counting): CountSign {
  if (count === 0) return undefined;
  const ofPages = members.filter(({ speaksOfPages }) => speaksOfPages);
  const page =
    sent.find(({ name }) => isPageNumber(wordsOf(name)))?.value ??
    ofPages.flatMap(({ words, value }) => (isPageNumber(words) ? (numberOf(value) ?? []) : [])).at(0);
  const pages = ofPages.flatMap(({ words, within, value }) =>
    isNumberOfPages(words, page !== undefined || within.length > 0) ? (numberOf(value) ?? []) : [],
  )[0];
  if (pages === undefined || pages < 1) return undefined;
  return (page ?? 1) < pages ? { by: 'pages', pages } : 'end';
}

/** `total_pages`; beside a number of a page, `pages` and the last page too. */
export function isNumberOfPages(words: readonly string[], isKnownToPage: boolean): boolean {
  const text = words.join(' ');
  if (/^(?:total pages?|pages total|num(?:ber of)? pages|nb pages|page total|total page count)$/.test(text))
    return true;
  return isKnownToPage && /^(?:pages|page count|last page)$/.test(text);
}

/** Whether the page is as full as was requested, or as the response says that its pages are. */
export function isFullPage({ sent, members, count }: Counting): boolean {
  if (count === 0) return false;
  const requested = sent.filter(({ value }) => value === count);
  if (requested.some(({ name }) => isPageSize(wordsOf(name)))) return true;
  const isToldSize = ({ words, speaksOfPages }: NearbyMember) =>
    speaksOfPages && /^(?:limit|per page|page size|max results|(?:items|results|hits) per page)$/.test(words.join(' '));
  if (members.some((member) => isToldSize(member) && numberOf(member.value) === count)) return true;
  return (
    requested.some(({ name }) => isEchoed(name, members, count)) &&
    sent.some(({ name, value }) => value <= 1 && isEchoed(name, members, value))
  );
}

/**
 * Names of another language show their meaning where the response says again what was requested: a place and a size.
 */
function isEchoed(name: string, members: readonly NearbyMember[], value: number): boolean {
  return members.some(
    (member) => member.name === name && member.within.length === 0 && numberOf(member.value) === value,
  );
}
