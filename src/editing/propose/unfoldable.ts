import { isElement } from '../../xml-element';
import { isObject } from '../../shared/row-shapes/json-object';
import { membersOf } from '../../shared/row-shapes/members';
import { mapKindOf } from '../../shared/row-shapes/map-kind';
import { isSelectable, nameSelector } from './name-selector';

const sampled = 100;
const levels = 2;
const mostMembers = 1000;
const mostOffered = 9;

/**
 * Paths of names to what a step could unfold in the rows: lists of objects or of lists, objects that list things by name,
 * and JSON in texts; empty where there is none.
 */
export function unfoldableIn(rows: readonly unknown[]): string[] {
  const found = new Set<string>();
  for (const row of rows.slice(0, sampled)) collect(row, '$', levels, found);
  return [...found].slice(0, mostOffered);
}

function collect(value: unknown, path: string, depth: number, found: Set<string>): void {
  if (!isObject(value)) return;
  const { names, values } = membersOf(value);
  for (const [at, name] of names.slice(0, mostMembers).entries()) {
    const member = values[at];
    if (!isSelectable(name)) continue;
    const place = path + nameSelector(name);
    if (hasEntries(member)) found.add(place);
    else if (depth > 1) collect(member, place, depth - 1, found);
  }
}

function hasEntries(value: unknown): boolean {
  if (typeof value === 'string') return isJson(value);
  if (Array.isArray(value))
    return value.length > 0 && value.every((entry) => typeof entry === 'object' && entry !== null);
  const kind = isElement(value) ? undefined : mapKindOf(value);
  return kind === 'keyed' || kind === 'groups' || kind === 'values';
}

function isJson(text: string): boolean {
  if (!/^\s*(?:\{[^]*\}|\[[^]*\])\s*$/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
