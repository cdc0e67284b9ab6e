import { membersNearTop } from '../../requests/detect/members';
import { sentNumbers } from '../../requests/more/requested-numbers';
import { isPageSize } from '../../requests/more/count-signs';
import { wordsOf } from '../../requests/more/name-words';
import type { PageRequest } from '../../requests/pagination/page-facts';

/** What the request and the response say of the rows besides bringing them. */
export interface Hints {
  /** Numbers of rows that were requested or are told. */
  counts: ReadonlySet<number>;
  /** Words of the path that was requested, in the singular. */
  words: ReadonlySet<string>;
}

export const noHints: Hints = { counts: new Set(), words: new Set() };

const countWords = new Set([
  'count',
  'total',
  'totals',
  'results',
  'hits',
  'rows',
  'records',
  'items',
  'length',
  'size',
]);
/** One row is as many as a page or a version may be. */
const leastCount = 2;

/** The hints of a response and, where it is known, of its request. */
export function hintsOf(document: unknown, request: PageRequest | undefined): Hints {
  const told = membersNearTop(document).map(({ name, value }) => ({ name, value: numberIn(value) }));
  const numbers = [...told, ...(request ? sentNumbers(request) : [])];
  const counts = numbers.flatMap(({ name, value }) =>
    value !== undefined && value >= leastCount && isCount(wordsOf(name)) ? [value] : [],
  );
  const path = request?.url.pathname.split('/').flatMap(wordsOf) ?? [];
  return { counts: new Set(counts), words: new Set(path.map(singular).filter((word) => word.length > 2)) };
}

/** Whether a name is one that the path asks for: `openOrders` after `/orders`. */
export function isAskedFor(name: string, { words }: Pick<Hints, 'words'>): boolean {
  return wordsOf(name).some((word) => words.has(singular(word)));
}

const isCount = (words: readonly string[]) => isPageSize(words) || words.some((word) => countWords.has(word));

function numberIn(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

/** What many APIs call the list that a response is about. It tells where nothing else does. */
const usualNames = new Set(
  `content data docs documents edges elements entries features hits items list members nodes objects records resources result
  results rows value values`.split(/\s+/),
);

export const isUsualName = (name: string) => usualNames.has(wordsOf(name).at(-1) ?? '');

const describing = new Set(
  'annotation annotations definition definitions facet facets header headers manifest meta metadata schema structure'.split(
    ' ',
  ),
);

/** Whether a list stands under a name that speaks of the rows, or counts them, rather than brings them. */
export function isDescription(path: readonly string[]): boolean {
  return path.some((name) => wordsOf(name).some((word) => describing.has(word)));
}

/** Near enough to tell one word from another. */
export const singular = (word: string) => word.replace(/ies$/, 'y').replace(/(?<!s)s$/, '');
