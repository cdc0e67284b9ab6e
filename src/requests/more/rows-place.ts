import { allEntries, compileSelector, type PathStep } from '../../selectors/selector';
import { membersOf } from '../../shared/row-shapes/members';
import { isElement } from '../../xml-element';

export type Holder = Readonly<Record<string, unknown>>;

/** The names and numbers that lead from the response to a value. */
export type ValuePath = readonly (string | number)[];

/** An object with the way to it. */
export interface PlacedHolder {
  value: Holder;
  path: ValuePath;
}

/** Where the rows of a response are. */
export interface RowsPlace {
  /** How many entries the list has that holds the rows, or the object whose members they are. */
  count: number;
  /** The list, or the object whose members the rows are. */
  rows: unknown;
  path: ValuePath;
  /** The objects around it, from the response itself on; rows are not among them. */
  holders: readonly PlacedHolder[];
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

/**
 * The place that the beginning of a selector leads to, as `rowsPlace`; `undefined` where nothing is there, as well as for a
 * selector that begins with none, such as `$..rows`.
 * @throws Problem `selector-invalid`
 */
export function placeAt(document: unknown, selector: string): RowsPlace | undefined {
  const path = pathOf(selector);
  return path && placeOnPath(document, path);
}

/**
 * The steps that a rows selector begins with, to the place of the rows; `undefined` where it begins with none.
 * @throws Problem `selector-invalid`
 */
export function pathOf(selector: string): readonly PathStep[] | undefined {
  if (selector.trim() === '') return undefined;
  const { path, isSingular } = compileSelector(selector);
  return path.length > 0 || isSingular ? path : undefined;
}

function placeOnPath(document: unknown, steps: readonly PathStep[]): RowsPlace | undefined {
  const way = new Way();
  const path: (string | number)[] = [];
  let value = document;
  for (const [at, step] of steps.entries()) {
    if (Array.isArray(value) && typeof step !== 'number') {
      const list = value as unknown[];
      return inTable(list, steps.slice(at + 1), path, way) ?? inList(list, path, way);
    }
    if (step === allEntries) return isHolder(value) ? way.place(value, rowsIn(value), path) : undefined;
    way.pass(value, [...path]);
    value = memberAt(value, step);
    path.push(step);
  }
  if (Array.isArray(value)) return inList(value as unknown[], path, way);
  return isHolder(value) ? way.place(value, 1, path) : undefined;
}

/** Where a list of one table holds the rows, which are lists in turn, it is these that are counted. */
function inTable(
  list: readonly unknown[],
  further: readonly PathStep[],
  path: ValuePath,
  way: Way,
): RowsPlace | undefined {
  const table = tableWithin(list, further, path);
  if (!table) return undefined;
  way.pass(list, path);
  way.passAll(table.objects);
  return way.place(table.list, table.list.length, table.path);
}

function tableWithin(
  list: readonly unknown[],
  [name, next, ...others]: readonly PathStep[],
  path: ValuePath,
): FoundList | undefined {
  const [only] = list;
  if (list.length !== 1 || !isHolder(only) || typeof name !== 'string') return undefined;
  const rows = memberAt(only, name);
  if (!Array.isArray(rows)) return undefined;
  const around = { value: only, path: [...path, 0] };
  const at = [...path, 0, name];
  if (Array.isArray(rows[0])) return { list: rows, path: at, objects: [around] };
  const inner = next === allEntries ? tableWithin(rows, others, at) : undefined;
  return inner && { ...inner, objects: [around, ...inner.objects] };
}

/** An XML element is a row by itself; of another object each member is one. */
const rowsIn = (value: Holder) => (isElement(value) ? 1 : membersOf(value).names.length);

function memberAt(value: unknown, step: PathStep): unknown {
  if (Array.isArray(value)) return typeof step === 'number' ? (value as unknown[]).at(step) : undefined;
  return isHolder(value) && typeof step === 'string' && Object.hasOwn(value, step) ? value[step] : undefined;
}

/** A list of a single object that holds the rows itself, and a list beside what is said of it, are gone into. */
function inList(list: readonly unknown[], path: ValuePath, way: Way): RowsPlace {
  const few = list.length > mostBesides ? [] : list;
  const lists = few.filter(Array.isArray);
  if (lists.length === 1 && few.some(isHolder)) {
    const rows = lists[0] as unknown[];
    list.forEach((entry, index) => isHolder(entry) && way.pass(entry, [...path, index]));
    return way.place(rows, rows.length, [...path, list.indexOf(rows)]);
  }
  const [only] = list;
  const nested = list.length === 1 ? nestedPage(only, [...path, 0]) : undefined;
  if (!nested) return way.place(list, list.length, path);
  way.pass(list, path);
  way.passAll(nested.objects);
  return way.place(nested.list, nested.list.length, nested.path);
}

interface FoundList {
  list: readonly unknown[];
  path: ValuePath;
  objects: readonly PlacedHolder[];
}

/** A list of objects within an object that holds more than the list, as a page of a GraphQL connection does. */
function nestedPage(value: unknown, path: ValuePath): FoundList | undefined {
  return listsWithin(value, path).find(({ list, objects }) => objects.length > 1 && isHolder(list[0]));
}

function longestListPlace(document: unknown): RowsPlace | undefined {
  if (Array.isArray(document)) return inList(document as unknown[], [], new Way());
  const longest = listsWithin(document, []).reduce<FoundList | undefined>(longer, undefined);
  if (!longest) return undefined;
  const way = new Way();
  way.passAll(longest.objects);
  return inList(longest.list, longest.path, way);
}

/** Of lists as long as another the first counts, and one of objects before one of anything else. */
function longer(best: FoundList | undefined, each: FoundList): FoundList {
  if (!best) return each;
  const rank = ({ list }: FoundList) => {
    const first = list[0];
    const isOfLinks = isHolder(first) && ('rel' in first || 'relation' in first);
    return isOfLinks ? 0 : list.length - 1 + (isHolder(first) ? 0.5 : 0);
  };
  return rank(each) > rank(best) ? each : best;
}

/** The lists that are members of objects, nearest first. */
function listsWithin(value: unknown, path: ValuePath): FoundList[] {
  const found: FoundList[] = [];
  let level: PlacedHolder[][] = isHolder(value) ? [[{ value, path }]] : [];
  for (let depth = 0, seen = 0; depth < deepest && level.length > 0 && seen < mostObjects; depth++) {
    const further: PlacedHolder[][] = [];
    for (const objects of level) {
      seen++;
      const holder = objects.at(-1)!;
      const { names, values } = membersOf(holder.value);
      const at = (index: number) => [...holder.path, names[index]!];
      for (const [index, member] of values.entries()) {
        if (Array.isArray(member)) found.push({ list: member as unknown[], path: at(index), objects });
        else if (isHolder(member) && further.length < mostObjects)
          further.push([...objects, { value: member, path: at(index) }]);
      }
    }
    level = further;
  }
  return found;
}

/** What is passed on the way to the rows. */
class Way {
  private readonly holders: PlacedHolder[] = [];
  private readonly passed = new Set<unknown>();

  pass(value: unknown, path: ValuePath): void {
    this.passed.add(value);
    if (isHolder(value)) this.holders.push({ value, path });
  }

  passAll(objects: readonly PlacedHolder[]): void {
    objects.forEach(({ value, path }) => this.pass(value, path));
  }

  place(rows: unknown, count: number, path: ValuePath): RowsPlace {
    return { count, rows, path: [...path], holders: this.holders, inner: new Set([...this.passed, rows]) };
  }
}

export function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
