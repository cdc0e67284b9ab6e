import { areIds } from '../../shared/row-shapes/data-names';
import { isElement } from '../../xml-element';
import { isObject, type JsonObject } from '../../shared/row-shapes/json-object';
import { membersOf } from '../../shared/row-shapes/members';
import { keyMember } from '../../panel/shape/rows-by-key';
import type { PageRequest } from '../../requests/pagination/page-facts';
import { type Hints, hintsOf, isAskedFor, isDescription, isUsualName, noHints } from './hints';
import type { ListCandidate, ListShape } from './list-candidates';
import { contentCount, isRecordLike } from './record-like';
import { isSelectable, nameSelector } from './name-selector';
import { isSideList } from './side-lists';

/** How likely rows lie so, before anything else is looked at. */
const byShape: { readonly [Shape in ListShape]: number } = {
  objects: 6,
  table: 6,
  keyed: 6,
  groups: 6,
  lists: 5,
  'value-map': 4,
  values: 3,
  object: 2,
  wrapper: 1,
  empty: 0,
};
const aboveObject = byShape.object + 0.5;
const asOther = 0.5;

/** Compared with each other; what lies less likely stays behind. */
const mostCompared = 30;

/**
 * The candidates, best first, the response as one row among them where it is an object: by how they lie, then by what the
 * request and the response say of the rows, then the longest, then the first.
 */
export function rankCandidates(
  document: unknown,
  candidates: readonly ListCandidate[],
  request: PageRequest | undefined,
): ListCandidate[] {
  const likely = sortedBy(candidates, ({ shape, rows }) => [byShape[shape], rows.length]);
  const best = likely.slice(0, mostCompared).sort((a, b) => candidates.indexOf(a) - candidates.indexOf(b));
  const hints = best.length > 1 ? hintsOf(document, request) : noHints;
  const all = isObject(document) ? [...best, wholeObject(document)] : best;
  const rank = (each: ListCandidate) => [rankOf(each, best), evidenceFor(each, hints), each.rows.length];
  return [...sortedBy(all, rank), ...likely.slice(mostCompared)];
}

/** By numbers, the largest first, the first of them before the next; what is equal keeps its order. */
function sortedBy<T>(list: readonly T[], rank: (one: T) => readonly number[]): T[] {
  const ranked = list.map((one) => ({ one, rank: rank(one) }));
  return ranked.sort((a, b) => compared(a.rank, b.rank)).map(({ one }) => one);
}

/** The response as the only row; of XML its root element. */
function wholeObject(document: JsonObject): ListCandidate {
  const { names, values } = membersOf(document);
  const [name = ''] = names;
  const [element] = values;
  const isRoot = isElement(document) && isElement(element) && isSelectable(name);
  const [selector, row] = isRoot ? [`$${nameSelector(name)}`, element] : ['$', document];
  return { selector, shape: 'object', rows: [row], headings: [], name: '', path: [], holder: undefined };
}

function compared(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (b[at] ?? 0) - (a[at] ?? 0);
}

function rankOf(candidate: ListCandidate, all: readonly ListCandidate[]): number {
  const { shape, holder, rows, path } = candidate;
  if (shape === 'object' || shape === 'wrapper') return byShape[shape];
  if (shape === 'empty') return isAnswerOf(candidate, all) ? aboveObject : byShape.empty;
  if (isSideList(candidate, all) || (isDescription(path) && !all.every((each) => isDescription(each.path))))
    return asOther;
  if (shape === 'value-map' && areIds(rows.map(keyOf))) return byShape.keyed;
  const isOfThing = (shape === 'values' || shape === 'value-map') && holder !== undefined;
  return isOfThing && isRecordLike(holder, rows.length) ? asOther : byShape[shape];
}

const keyOf = (row: unknown) => (isObject(row) ? String(row[keyMember]) : '');

/** An empty list is the answer where the response brings nothing else. */
function isAnswerOf({ holder, name }: ListCandidate, all: readonly ListCandidate[]): boolean {
  const isOnly = all.length === 1 || isUsualName(name);
  return holder === undefined || (contentCount(holder) === 0 && isOnly);
}

function evidenceFor({ name, rows, shape }: ListCandidate, hints: Hints): number {
  if (shape === 'object') return 0;
  const isNamed = name !== '' && isAskedFor(name, hints);
  return (hints.counts.has(rows.length) ? 1 : 0) + (isNamed ? 1 : 0) + (isUsualName(name) ? 0.5 : 0);
}
