import { wordsOf } from '../more/name-words';
import { spelled, spellingOf } from './spelling';

/** What goes on beside a size of pages: the number of a page, or a place in the list. */
export interface Companion {
  kind: 'page' | 'offset';
  name: string;
}

/** What APIs call what goes on, by what they call the size of a page; likeliest first, `#` before the number of a page. */
const companions: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:per page|hits per page|pagelen|page len)$/, ['#page', '#page number', 'offset']],
  [/^page size$/, ['#page', '#page number', '#page index', 'offset']],
  [/^(?:items|results|rows) per page$/, ['#page', 'start index', 'offset']],
  [/^ps$/, ['#p', '#page']],
  [/^limit$/, ['offset', '#page', 'start', 'skip']],
  [/^page limit$/, ['offset', '#page']],
  [/^top$/, ['skip', 'offset']],
  [/^take$/, ['skip', 'offset', '#page']],
  [/^rows$/, ['start', 'offset', '#page']],
  [/^max results$/, ['start at', 'start index', 'offset', '#page']],
  [/^max$/, ['first', 'offset', 'start', '#page']],
  [/^first$/, ['skip', 'offset']],
  [/^size$/, ['#page', 'from', 'offset']],
  [/^count$/, ['offset', '#page', 'start', 'start index']],
  [/^(?:n|num)$/, ['start', 'offset', '#page']],
  [/^record count$/, ['offset']],
];
const others = ['offset', '#page', 'start', 'skip'];

/** Without any word in the request, what APIs go by most. */
export const usualCompanions: readonly Companion[] = [
  { kind: 'page', name: 'page' },
  { kind: 'offset', name: 'offset' },
  { kind: 'offset', name: '$skip' },
  { kind: 'offset', name: 'start' },
  { kind: 'offset', name: 'skip' },
  { kind: 'offset', name: 'resultOffset' },
];

/** A name such as `$page[size]` by its signs, the part before the bracket and the one in it. */
function partsOf(name: string): { start: string; holder: string; inner: string; end: string } {
  const start = /^[^\p{L}]*/u.exec(name)?.[0] ?? '';
  const rest = name.slice(start.length);
  const bracket = rest.lastIndexOf('[');
  const end = rest.endsWith(']') ? ']' : '';
  const inner = rest.slice(bracket + 1, rest.length - end.length);
  return { start, holder: rest.slice(0, Math.max(bracket, 0)), inner, end };
}

/**
 * What may go on beside that name for a size, written alike: `$skip` beside `$top`, `page[number]` beside `page[size]`,
 * `resultOffset` beside `resultLimit`.
 */
export function companionsOf(size: string): Companion[] {
  const { start, holder, inner, end } = partsOf(size);
  const wrap = (name: string) => (holder === '' ? `${start}${name}` : `${start}${holder}[${name}${end}`);
  const words = wordsOf(inner);
  const at = words.findIndex((_, index) => knownAfter(words, index) !== undefined);
  const known = at < 0 ? undefined : knownAfter(words, at);
  return inHolder(holder, words, known ?? others).map((each) => {
    const [kind, name] = each.startsWith('#') ? (['page', each.slice(1)] as const) : (['offset', each] as const);
    return {
      kind,
      name: wrap(spelled([...words.slice(0, Math.max(at, 0)), ...name.split(' ')], spellingOf(inner) ?? 'camel')),
    };
  });
}

const knownAfter = (words: readonly string[], index: number) =>
  companions.find(([pattern]) => pattern.test(words.slice(index).join(' ')))?.[1];

/** Within `page[…]` the word page is not said again. */
function inHolder(holder: string, words: readonly string[], names: readonly string[]): readonly string[] {
  if (holder === '' || !wordsOf(holder).includes('page')) return names;
  return words.join(' ') === 'limit' ? ['offset', '#number'] : ['#number', 'offset'];
}
