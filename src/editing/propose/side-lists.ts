import { isObject, isPlain } from '../../shared/row-shapes/json-object';
import { isIdentifier } from './field-names';
import { widthOf } from './headings';
import type { ListCandidate } from './list-candidates';

const sampled = 100;
const levels = 3;
/** So much of a list has to speak of another one. */
const most = 2 / 3;

/** Whether a list only serves others: it names their fields, leads elsewhere, or holds what their rows refer to. */
export function isSideList(list: ListCandidate, all: readonly ListCandidate[]): boolean {
  if (isOfLinks(list)) return true;
  const others = all.filter((other) => other !== list && other.shape !== 'wrapper' && other.rows.length > 0);
  return others.some((other) => namesFieldsOf(list, other) || isReferredToBy(list, other));
}

/** Each entry has an address and next to nothing else: `{rel, href}`, or an object of `{href}` by name. */
function isOfLinks({ rows, shape }: ListCandidate): boolean {
  const sample = rows.slice(0, sampled);
  if (sample.length === 0 || !sample.every(isObject)) return false;
  const mostOthers = shape === 'keyed' ? 2 : 3;
  const isLink = (row: object) => 'href' in row || '@href' in row;
  return sample.every((row) => isLink(row) && Object.keys(row).length <= mostOthers + 1 && !holdsThings(row));
}

/** What a link says of itself is plain, but for its `meta` (JSON:API); objects in it are what it is about, as in WebDAV. */
function holdsThings(link: object): boolean {
  return Object.entries(link).some(([name, value]) => name !== 'meta' && isObject(value) && !isEmpty(value));
}

const isEmpty = (object: object) => Object.keys(object).length === 0;

function namesFieldsOf({ rows, shape }: ListCandidate, other: ListCandidate): boolean {
  if (shape !== 'objects' && shape !== 'values') return false;
  const fields = fieldNames(other.rows);
  return textsByMember(rows).some((names) => {
    if (names.length < 2 || new Set(names).size < names.length) return false;
    if (other.shape === 'table' && names.join('\n') === other.headings.join('\n')) return true;
    if (other.shape === 'lists') return widthOf(other.rows) === names.length;
    return names.filter((name) => fields.has(name)).length >= names.length * most;
  });
}

/** What each entry of the list says under each name, or by itself, as far as that are texts. */
function textsByMember(rows: readonly unknown[]): string[][] {
  const sample = rows.slice(0, sampled);
  const [first] = sample;
  if (!isObject(first)) return [sample.filter(isText)].filter((texts) => texts.length === sample.length);
  const members = Object.keys(first).slice(0, 20);
  const lists = members.map((name) => sample.map((row) => isObject(row) && row[name]).filter(isText));
  return lists.filter((texts) => texts.length === sample.length);
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Of objects and the objects in them; rows are often wrapped once. */
function fieldNames(rows: readonly unknown[]): Set<string> {
  const objects = rows.slice(0, 10).filter(isObject);
  const inner = objects.flatMap((row) => Object.values(row).filter(isObject));
  return new Set([...objects, ...inner].flatMap((object) => Object.keys(object)));
}

/** What is included in a response is referred to by its ids. */
function isReferredToBy(list: ListCandidate, other: ListCandidate): boolean {
  if (other.shape !== 'objects' || list.shape !== 'objects') return false;
  const ids = ownIds(list.rows);
  if (ids.size < Math.min(2, list.rows.length) || ids.size === 0) return false;
  const referred = references(other.rows);
  return [...ids].filter((id) => referred.has(id)).length > ids.size * most && !isMutual(list, other);
}

/** Rows that refer to each other's lists serve each other; neither is a side list then. */
function isMutual(list: ListCandidate, other: ListCandidate): boolean {
  const referred = references(list.rows);
  const ids = [...ownIds(other.rows)];
  return ids.length > 0 && ids.filter((id) => referred.has(id)).length > ids.length * most;
}

const ownIdNames = ['id', 'key', 'uid', 'uuid', 'guid', '_id', '@id'];

function ownIds(rows: readonly unknown[]): Set<unknown> {
  const objects = rows.slice(0, sampled).filter(isObject);
  const name = ownIdNames.find((each) => objects.every((row) => isPlain(row[each]) && row[each] !== undefined));
  return new Set(name === undefined ? [] : objects.map((row) => row[name]));
}

/** Texts inside rows, and numbers under the name of an id, but for the rows' own ids. */
function references(rows: readonly unknown[]): Set<unknown> {
  const found = new Set<unknown>();
  const collect = (value: unknown, name: string, depth: number): void => {
    if (typeof value === 'string' || (typeof value === 'number' && isIdentifier(name))) found.add(value);
    else if (depth > levels) return;
    else if (Array.isArray(value)) for (const entry of value.slice(0, sampled)) collect(entry, name, depth + 1);
    else if (isObject(value)) for (const [each, member] of Object.entries(value)) collect(member, each, depth + 1);
  };
  for (const row of rows.slice(0, sampled)) {
    if (!isObject(row)) continue;
    for (const [name, value] of Object.entries(row)) if (!ownIdNames.includes(name)) collect(value, name, 0);
  }
  return found;
}
