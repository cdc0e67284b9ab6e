import { allEntries, type PathStep } from '../../selectors/selector';
import { isElement } from '../../xml-element';

export type Holder = Readonly<Record<string, unknown>>;

/** Where the rows of a response are. */
export interface RowsPlace {
  /** How many entries the list has that holds the rows, or the object whose members they are. */
  count: number;
  /** The objects around it, from the response itself on; rows are not among them. */
  holders: readonly Holder[];
  /** The names that lead from each holder to the rows, which say nothing beside them. */
  inner: ReadonlySet<unknown>;
}

const deepest = 7;
const mostObjects = 300;
/** A page of lists as some APIs send it: what there is to say of the rows, and the rows. */
const mostBesides = 3;

/**
 * The place that the beginning of a selector leads to: the first list on its way, or the object at its end. Where nothing
 * is there, the longest list near the top; `undefined` where there is none.
 */
export function rowsPlace(document: unknown, path: readonly PathStep[] | undefined): RowsPlace | undefined {
  return (path && placeOnPath(document, path)) ?? longestListPlace(document);
}

function placeOnPath(document: unknown, path: readonly PathStep[]): RowsPlace | undefined {
  const way = new Way();
  let value = document;
  for (const step of path) {
    if (Array.isArray(value) && typeof step !== 'number') break;
    if (step === allEntries) return isHolder(value) ? way.place(value, rowsIn(value)) : undefined;
    way.pass(value);
    value = memberAt(value, step);
  }
  if (Array.isArray(value)) return inList(value as unknown[], way);
  return isHolder(value) ? way.place(value, 1) : undefined;
}

/** An XML element is a row by itself; of another object each member is one. */
const rowsIn = (value: Holder) => (isElement(value) ? 1 : Object.keys(value).length);

function memberAt(value: unknown, step: PathStep): unknown {
  if (Array.isArray(value)) return typeof step === 'number' ? (value as unknown[]).at(step) : undefined;
  return isHolder(value) && typeof step === 'string' && Object.hasOwn(value, step) ? value[step] : undefined;
}

/** A list of a single object that holds the rows itself, and a list beside what is said of it, are gone into. */
function inList(list: readonly unknown[], way: Way): RowsPlace {
  const lists = list.filter(Array.isArray);
  const besides = list.filter(isHolder);
  if (lists.length === 1 && besides.length > 0 && list.length <= mostBesides) {
    way.pass(...besides);
    return way.place(lists[0], (lists[0] as unknown[]).length);
  }
  const [only] = list;
  const nested = list.length === 1 ? nestedPage(only) : undefined;
  if (!nested) return way.place(list, list.length);
  way.pass(list, ...nested.objects);
  return way.place(nested.list, nested.list.length);
}

interface FoundList {
  list: readonly unknown[];
  objects: readonly Holder[];
}

/** A list of objects within an object that holds more than the list, as a page of a GraphQL connection does. */
function nestedPage(value: unknown): FoundList | undefined {
  return listsWithin(value).find(({ list, objects }) => objects.length > 1 && isHolder(list[0]));
}

function longestListPlace(document: unknown): RowsPlace | undefined {
  if (Array.isArray(document)) return inList(document as unknown[], new Way());
  const longest = listsWithin(document).reduce<FoundList | undefined>(longer, undefined);
  if (!longest) return undefined;
  const way = new Way();
  way.pass(...longest.objects);
  return inList(longest.list, way);
}

/** Of lists as long as another the first counts, and one of objects before one of anything else. */
function longer(best: FoundList | undefined, each: FoundList): FoundList {
  if (!best) return each;
  const rank = ({ list: [first, ...others] }: FoundList) => {
    const isOfLinks = isHolder(first) && ('rel' in first || 'relation' in first);
    return isOfLinks ? 0 : others.length + (isHolder(first) ? 0.5 : 0);
  };
  return rank(each) > rank(best) ? each : best;
}

/** The lists that are members of objects, nearest first. */
function listsWithin(value: unknown): FoundList[] {
  const found: FoundList[] = [];
  let level: Holder[][] = isHolder(value) ? [[value]] : [];
  for (let depth = 0, seen = 0; depth < deepest && level.length > 0 && seen < mostObjects; depth++) {
    const further: Holder[][] = [];
    for (const objects of level) {
      seen++;
      for (const member of Object.values(objects.at(-1) ?? {})) {
        if (Array.isArray(member)) found.push({ list: member as unknown[], objects });
        else if (isHolder(member)) further.push([...objects, member]);
      }
    }
    level = further.slice(0, mostObjects);
  }
  return found;
}

/** What is passed on the way to the rows. */
class Way {
  private readonly holders: Holder[] = [];
  private readonly passed = new Set<unknown>();

  pass(...values: unknown[]): void {
    for (const value of values) {
      this.passed.add(value);
      if (isHolder(value)) this.holders.push(value);
    }
  }

  place(rows: unknown, count: number): RowsPlace {
    return { count, holders: this.holders, inner: new Set([...this.passed, rows]) };
  }
}

export function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
