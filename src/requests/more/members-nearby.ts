import { membersOf } from '../../shared/row-shapes/members';
import { isHolder, type Holder, type PlacedHolder, type RowsPlace, type ValuePath } from './rows-place';
import { wordsOf } from './name-words';

/** A member beside or above the rows. */
export interface NearbyMember {
  name: string;
  words: readonly string[];
  /** Of the object that it is in, where that is not around the rows itself. */
  within: readonly string[];
  /** Whether that object speaks of pages, or the member is right beside or above the rows. */
  speaksOfPages: boolean;
  path: ValuePath;
  value: unknown;
}

const mostMembers = 400;
const deepest = 3;

/** Objects that hold what is to be said of a page. */
const pageWords = new Set(
  `additional collection context cursor cursors data header info link links list meta metadata next page pageable pages
  pager paginate pagination paginator paging range response result results search`.split(/\s+/),
);
/** Objects that count or lead to something else than rows. */
const otherWords = new Set(
  'aggregation aggregations aggs error errors facet facets filter filters shards stat statistics stats summary user'.split(
    ' ',
  ),
);

/** The members around the rows and of the objects beside them, three levels deep and 400 at most; no lists are entered. */
export function membersNearby({ holders, inner }: Pick<RowsPlace, 'holders' | 'inner'>): NearbyMember[] {
  const found: NearbyMember[] = [];
  const isPath = (value: unknown) => typeof value === 'object' && value !== null && inner.has(value);
  const collect = (holder: PlacedHolder, within: readonly string[], speaksOfPages: boolean, depth: number): void => {
    const { names, values } = membersOf(holder.value);
    for (const [at, name] of names.entries()) {
      const value = values[at];
      if (found.length >= mostMembers) return;
      if (isPath(value)) continue;
      const words = wordsOf(name);
      const path = [...holder.path, name];
      found.push({ name, words, within, speaksOfPages, path, value });
      if (!isHolder(value) || depth >= deepest || words.some((word) => otherWords.has(word))) continue;
      collect({ value, path }, words, isOfPages(words, value), depth + 1);
    }
  };
  for (const holder of [...holders].reverse()) collect(holder, [], true, 0);
  return found;
}

/** By its name, or by what is in it: a size, a number or a link of a page. */
function isOfPages(words: readonly string[], value: Holder): boolean {
  if (words.some((word) => pageWords.has(word))) return true;
  const members = membersOf(value).names.slice(0, 30).map(wordsOf);
  return members.some((names) => names.some((word) => ['page', 'limit', 'offset', 'per'].includes(word)));
}
