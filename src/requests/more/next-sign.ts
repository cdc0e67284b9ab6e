import { membersOf } from '../../shared/row-shapes/members';
import { parseUrl } from '../../shared/parse-url';
import { withoutEnd } from '../../shared/without-end';
import { isHolder } from './rows-place';
import type { NearbyMember } from './members-nearby';

/** What may stand in a name beside `next` where it means a page, and not a meeting or a release. */
const besideNext = new Set(
  `after batch continuation cursor fetch href index item items key last link links marker num number odata of offset
  page pages paging partition position query range record records result results row rows set skip start starting
  token uri url window`.split(/\s+/),
);
const continuing = new Set(['continuation', 'continue', 'marker', 'bookmark', 'resumption']);
const backwards = new Set(
  'before begin current expires expiry first prev previous self sync this ttl time date'.split(' '),
);
const besideToken = new Set(['page', 'pages', 'pagination', 'paging', 'scroll', 'iterator', 'skip', 'resumption']);
const linkWords = new Set(['href', 'link', 'uri', 'url']);

/** Whether a member names a page that follows the one requested: its address, a cursor, or where it begins. */
export function namesNextPage(member: NearbyMember, requested: URL): boolean {
  const { words, within, value } = member;
  const inNext = within.length === 1 && within[0] === 'next';
  const all = inNext ? ['next', ...words] : words;
  if (all.some((word) => backwards.has(word)) || isEchoed(value, requested)) return false;
  if (all.includes('next')) return isNext(all, value, requested, inNext);
  if (isRelation(member)) return true;
  return isCursor(member) && isFilled(value);
}

function isNext(words: readonly string[], value: unknown, requested: URL, inNext: boolean): boolean {
  const others = words.filter((word) => word !== 'next');
  const meantForPages = others.every((word) => besideNext.has(word) || (word === 'id' && !inNext && others.length > 1));
  if (!meantForPages || isHolder(value)) return meantForPages && others.length > 0 && isFilled(value) && !inNext;
  if (!isFilled(value) || isDate(value)) return false;
  const isBare = others.every((word) => linkWords.has(word)) && (inNext || others.length === 0);
  return isBare && typeof value === 'string' ? isPageLink(value, requested) : true;
}

/** A cursor by its name, or `after` right beside the rows; `cursors.after` is where this page ends, even the last. */
function isCursor({ words, within, value, speaksOfPages, name }: NearbyMember): boolean {
  if (words.some((word) => continuing.has(word))) return true;
  if (words.includes('token')) return words.some((word) => besideToken.has(word));
  if (words.includes('last') && words.includes('evaluated')) return true;
  if (isHolder(value) || Array.isArray(value))
    return words.length === 1 && words[0] === 'cursor' && Array.isArray(value);
  if (words.includes('cursor')) return !(name.startsWith('@') && isWholeNumber(value));
  const isAlone = words.length === 1 && within.length === 0;
  if (isAlone && words[0] === 'after') return true;
  const isOffset = speaksOfPages && words.at(-1) === 'offset' && typeof value === 'string';
  return isOffset && !isWholeNumber(value);
}

const isWholeNumber = (value: unknown) => /^\d+$/.test(String(value));

/** A link with the relation `next` in a list of links, as `{rel, href}`, or an XML element with these attributes. */
function isRelation({ value }: NearbyMember): boolean {
  const links = Array.isArray(value) ? (value as unknown[]).slice(0, 20) : [value];
  return links.some((link) => isHolder(link) && relationOf(link) === 'next' && targetOf(link) !== '');
}

const relationOf = (link: Readonly<Record<string, unknown>>) => link.rel ?? link.relation ?? link['@rel'];

function targetOf(link: Readonly<Record<string, unknown>>): string {
  const target = link.href ?? link.url ?? link['@href'];
  return typeof target === 'string' ? target.trim() : '';
}

/** Null, false, 0, and what is empty is no sign; of an element of XML its text counts. */
export function isFilled(value: unknown): boolean {
  if (typeof value === 'string') return !/^(?:0|false|null)?$/i.test(value.trim());
  if (Array.isArray(value)) return value.some(isFilled);
  if (!isHolder(value)) return Boolean(value);
  const { names, values } = membersOf(value);
  if (names.some((name) => name === '#text' || name.startsWith('@'))) return isFilled(value['#text']);
  return values.some(isFilled);
}

const isDate = (value: unknown) => typeof value === 'string' && /^\d{4}-\d\d-\d\d(?:$|T)/.test(value);

/** The cursor that this page was requested with. */
function isEchoed(value: unknown, requested: URL): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  const text = String(value);
  if ([...requested.searchParams.values()].includes(text) && text !== '1') return true;
  return /^(?:https?:)?\//.test(text) && isSameRequest(parseUrl(text, requested), requested);
}

function isSameRequest(link: URL | undefined, requested: URL): boolean {
  if (link?.host !== requested.host || link.pathname !== requested.pathname) return false;
  const queries = [link, requested].map(({ searchParams }) => [...searchParams].map(String).sort().join('&'));
  return queries[0] === queries[1];
}

/**
 * Whether what is just called next leads to a page of the same list: it has a query, or a path with the one that was
 * requested in it. What leads elsewhere is another thing, and a text with spaces is none that a request could hold.
 */
function isPageLink(value: string, requested: URL): boolean {
  if (!/^(?:https?:\/\/|\/|\?)/.test(value)) return !/\s/.test(value.trim());
  const link = parseUrl(value, requested);
  if (!link) return false;
  if (link.search !== '') return true;
  const [here, there] = [requested.pathname, link.pathname].map((path) => withoutEnd(path, '/'));
  return here === there || isWithin(here!, there!) || isWithin(there!, here!) || isNextNumber(here!, there!);
}

const isWithin = (path: string, other: string) => path !== '' && (other.startsWith(`${path}/`) || other.endsWith(path));

/** `/list/page/2` after `/list/page/1`. */
function isNextNumber(here: string, there: string): boolean {
  const [before, after] = [here, there].map((path) => /^(.*\/(?:p|page)[/-]?)(\d+)$/i.exec(path));
  return before !== null && after !== null && before?.[1] === after?.[1];
}
