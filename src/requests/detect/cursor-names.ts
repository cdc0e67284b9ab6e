import type { PageTarget } from '../../shared/contract';
import type { NearbyMember } from '../more/members-nearby';
import { isPageSize } from '../more/count-signs';
import type { SeenList } from './seen-list';
import { graphqlQuery, jsonBody, type SentName } from './sent-names';
import { commonSpelling, spelled, spellingOf, type Spelling } from './spelling';

/** Where a cursor may go, likeliest first. `isUsed`: the request or the response itself uses that name. */
export interface CursorNames {
  targets: PageTarget[];
  isUsed: boolean;
}

/** A cursor of the response: its words, and the name and value that it has there. */
export interface SeenCursor {
  name: string;
  words: readonly string[];
  value: unknown;
}

/**
 * The names that a cursor may go by in the next request. What the request sends already, and what the response calls the
 * place of this page, beats what others usually call it.
 */
export function cursorNames(cursor: SeenCursor, list: SeenList): CursorNames {
  const query = graphqlQuery(list.response.body);
  if (query !== undefined) return { targets: graphqlTargets(query), isUsed: true };
  const core = cursor.words.filter((word) => word !== 'next');
  const used = sentAlready(cursor, core, list.sent);
  const told = toldBeside(cursor, core, list.members);
  const place = placeFor(list);
  const names = [...told, ...usualNames(cursor, core, list)].map(place);
  return { targets: distinct([...used.map(({ target }) => target), ...names]), isUsed: used.length + told.length > 0 };
}

/** The variable that the query hands to an argument for a cursor or a place, and `after` where that cannot be seen. */
function graphqlTargets(query: string): PageTarget[] {
  const handed = query.matchAll(
    /\b(after|cursor|page|offset|skip|start|from|\w*[tT]oken|\w*[cC]ursor)\s*:\s*\$([A-Za-z_]\w*)/g,
  );
  const names = [...handed].map(([, , name = '']) => name);
  return distinct([...names, 'after', 'cursor'].map((name) => ({ in: 'body', name: `variables.${name}` })));
}

const cursorLike = new Set(
  [
    'cursor',
    'after',
    'start cursor',
    'starting after',
    'page token',
    'token',
    'continuation token',
    'marker',
    'bookmark',
  ].concat(['next', 'next cursor', 'next page token', 'next token', 'page cursor', 'start after', 'page after']),
);

function sentAlready({ words, value }: SeenCursor, core: readonly string[], sent: readonly SentName[]): SentName[] {
  const isSame = (each: SentName) =>
    [words, core].some((own) => own.length > 0 && own.join(' ') === each.words.join(' '));
  const isOpen = (each: SentName) => each.value === null || typeof each.value === 'string' || typeof value === 'number';
  const isCursor = (each: SentName) =>
    typeof value !== 'number' && isOpen(each) && cursorLike.has(each.words.join(' '));
  return [...sent.filter(isSame), ...sent.filter(isCursor)].filter((each) => !isPageSize(each.words));
}

/** `start` beside `nextPageStart`. */
function toldBeside({ name }: SeenCursor, core: readonly string[], members: readonly NearbyMember[]): string[] {
  const isEnd = (words: readonly string[]) =>
    words.length > 0 && words.join(' ') === core.slice(-words.length).join(' ');
  return members
    .filter((member) => member.speaksOfPages && member.name !== name && isEnd(member.words))
    .map((member) => member.name);
}

/** What goes into a JSON body goes beside the size of a page there, if it has one. */
function placeFor({ response: { body }, numbers }: SeenList): (name: string) => PageTarget {
  if (jsonBody(body) === undefined) return (name) => ({ in: 'parameter', name });
  const size = numbers.find(({ target, name }) => target.in === 'body' && isPageSize(wordsOfLast(name)));
  const holder = size?.target.name.split('.').slice(0, -1) ?? [];
  return (name) => ({ in: 'body', name: [...holder, name].join('.') });
}

const wordsOfLast = (name: string) => name.split('_');

/** Words that others use for such a cursor, likeliest first; `=` stands for the name as the response has it. */
const usual: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^last evaluated key$/, ['exclusive start key', '=']],
  [/^end cursor$/, ['after', 'cursor', '=']],
  [/^after cursor$/, ['after', 'cursor', '=']],
  [/^cursor$/, ['cursor', 'start cursor', 'next cursor', 'after', 'page cursor', 'starting after', 'page token']],
  [/^token$/, ['=', 'token', 'pagination token', 'page token', 'continuation token']],
  [/^page token$/, ['page token', '=']],
  [/^page cursor$/, ['cursor', 'page cursor', '=']],
];

function usualNames(cursor: SeenCursor, core: readonly string[], list: SeenList): string[] {
  const spelling = spellingFor(cursor.name, list.sent);
  const written = (words: string) => (words === '=' ? cursor.name : spelled(words.split(' '), spelling));
  if (core.length === 0)
    return (typeof cursor.value === 'number' ? numberNames(cursor.value, list) : tokenNames).map(written);
  const [, words = [core.join(' '), '=']] = usual.find(([pattern]) => pattern.test(core.join(' '))) ?? [];
  const isWhole = core.join(' ') === 'page token' && cursor.words.includes('next') && keepsWholeName(cursor, list);
  return [...(isWhole ? ['='] : []), ...words].flatMap((each) => otherSpellings(written(each), each, spelling));
}

/** Names with underscores are mostly requested by themselves, and so are those of Jira's query language. */
function keepsWholeName({ name }: SeenCursor, { sent }: SeenList): boolean {
  return spellingOf(name) === 'snake' || sent.some((each) => each.name === 'jql');
}

const tokenNames = ['next', 'cursor', 'page token', 'after', 'offset', 'start'];

const numberNames = (value: number, { count }: SeenList) =>
  value === 2 && count !== 2 ? ['page', 'offset'] : value < count ? ['page', 'offset'] : ['offset', 'page', 'start'];

/** Two words are written in more ways than one. */
const otherSpellings = (name: string, words: string, spelling: Spelling) =>
  words.includes(' ') && spelling === 'snake' ? [name, spelled(words.split(' '), 'kebab')] : [name];

/** As the request's own names are spelled; else as the cursor's, but that parameters are rarely written as headers or types are. */
function spellingFor(name: string, sent: readonly SentName[]): Spelling {
  const own = spellingOf(name) ?? 'camel';
  const around = commonSpelling(sent.map((each) => each.name));
  if (around !== undefined) return around;
  return own === 'kebab' || (own === 'pascal' && sent.length > 0) ? 'camel' : own;
}

/** Each once, in order. */
function distinct<T>(values: readonly T[]): T[] {
  const keys = values.map((value) => JSON.stringify(value));
  return values.filter((_, index) => keys.indexOf(keys[index]!) === index);
}
