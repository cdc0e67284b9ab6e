import { isElement } from '../../xml-element';
import { rowsByKey } from '../../panel/shape/rows-by-key';
import { rowsOfColumns } from '../../panel/shape/rows-of-columns';

/** A list in a response that could be the rows. */
export interface ListCandidate {
  selector: string;
  rows: readonly unknown[];
}

interface SelectedValue {
  value: unknown;
  selector: string;
  depth: number;
}

/** Values looked at; a response has its rows near the top. */
const maxVisited = 20_000;
const deepestList = 6;

/**
 * The lists of objects in a response, those with the most rows first, objects keyed by id and tables written column by
 * column among them; then lists of lists, then lists of plain values. Lists inside rows are not looked for, nor what
 * stands under a name that no selector can have.
 */
export function listCandidates(document: unknown): ListCandidate[] {
  const found: ListCandidate[] = [];
  const waiting: SelectedValue[] = [{ value: document, selector: '$', depth: 0 }];
  for (let visited = 0; visited < maxVisited; visited++) {
    const place = waiting[visited];
    if (!place) break;
    const candidate = candidateAt(place);
    if (candidate) found.push(candidate);
    else if (place.depth < deepestList) for (const member of membersOf(place, maxVisited)) waiting.push(member);
  }
  return found.sort((a, b) => weight(b) - weight(a));
}

function candidateAt({ value, selector }: SelectedValue): ListCandidate | undefined {
  if (Array.isArray(value)) return value.length > 0 ? { selector: `${selector}[*]`, rows: value } : undefined;
  if (!isObject(value)) return undefined;
  const rows = rowsOfColumns(value);
  if (rows) return { selector, rows };
  return isKeyedById(value) ? { selector: `${selector}[*]`, rows: rowsByKey(value) ?? [] } : undefined;
}

/** Names that are numbers, GUIDs or other long ids, and no words. */
const idName = /^(?:\d+|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{24,})$/i;
/** Objects looked at to see whether they are of the same make. */
const sampled = 1000;

/** `{"17": {…}, "18": {…}}`: several objects of the same make under names that differ, or under ids. */
export function isKeyedById(value: unknown): boolean {
  if (!isRecord(value) || isElement(value) || rowsOfColumns(value)) return false;
  const names = Object.keys(value);
  if (names.length < fewestObjects(names) || !Object.values(value).every(isRecord)) return false;
  const [first, ...others] = names.slice(0, sampled).map((name) => new Set(Object.keys(value[name] as object)));
  return first !== undefined && first.size > 0 && others.every((names) => sharesHalf(first, names));
}

/** Ids are enough by themselves, names with digits need to come twice, and words three times. */
function fewestObjects(names: readonly string[]): number {
  if (names.every((name) => idName.test(name))) return 1;
  return names.every((name) => /\d/.test(name)) ? 2 : 3;
}

function sharesHalf(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  const shared = [...first].filter((name) => second.has(name)).length;
  return shared * 2 >= Math.max(first.size, second.size);
}

function membersOf({ value, selector, depth }: SelectedValue, most: number): SelectedValue[] {
  if (!isRecord(value)) return [];
  return Object.entries(value)
    .slice(0, most)
    .filter(([name, member]) => typeof member === 'object' && member !== null && isSelectable(name))
    .map(([name, member]) => ({ value: member, selector: selector + nameSelector(name), depth: depth + 1 }));
}

/** Lists of objects before lists of lists before lists of plain values, long ones before short ones. */
function weight({ rows }: ListCandidate): number {
  const sample = rows.slice(0, 100);
  const isMostly = (test: (row: unknown) => boolean) => sample.filter(test).length * 2 > sample.length;
  return (isMostly(isRecord) ? 2e9 : isMostly(isObject) ? 1e9 : 0) + rows.length;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return isObject(value) && !Array.isArray(value);
}

/**
 * Whether a selector can name it: the parser takes no control characters but those with an escape of one letter, though
 * RFC 9535 does, and no halves of characters.
 */
export function isSelectable(name: string): boolean {
  return !/[\p{Cc}\p{Surrogate}]/u.test(name.replace(/[\b\t\n\f\r]/g, ''));
}

/** The step to a member as RFC 9535 section 2.5.1.1 writes it: shorthand for plain names, else quoted. */
export function nameSelector(name: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return `.${name}`;
  const escaped = JSON.stringify(name).slice(1, -1).replaceAll("'", "\\'").replaceAll('\\"', '"');
  return `['${escaped}']`;
}
