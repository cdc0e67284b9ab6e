import type { ColumnFormat } from '../../../shared/frame';
import { shorten } from '../../../shared/shorten';
import { maxTextLength } from '../../../shared/limits';
import { readJson } from './json';
import { isRecord, type JsonRecord, firstMemberText } from './named';
import { readText } from './text';
import type { ReadCell } from './unreadable';

/**
 * Reads a list as the texts of its entries with commas between them, or as the number of its entries. A value that is no
 * list counts as a list of itself.
 */
export function listReader({ list = 'joined' }: ColumnFormat): ReadCell {
  return list === 'count' ? countEntries : joinEntries;
}

function countEntries(value: unknown): number | null {
  return value === null || value === undefined ? null : entriesOf(value).length;
}

/** No more entries are looked at than a cell has room for. */
function joinEntries(value: unknown): string | null {
  let joined = '';
  for (const entry of entriesOf(value)) {
    const text = readEntry(entry);
    if (text !== null && text !== '') joined += joined === '' ? text : `, ${text}`;
    if (joined.length > maxTextLength) break;
  }
  return joined === '' ? null : shorten(joined, maxTextLength);
}

/** The entries of a list; of another value itself, and none where there is none. */
export function entriesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === null || value === undefined ? [] : [value];
}

const names = ['displayName', 'name', 'Name', 'title', 'label', 'summary', 'value', 'text', 'login', 'key'];

/** What names an object that stands in a list; `undefined` where nothing does. */
export function entryName(entry: JsonRecord): string | undefined {
  return firstMemberText(entry, names);
}

/** An entry as text: an object by the member that names it, or else as JSON; null for null. */
export function readEntry(entry: unknown): string | null {
  const name = isRecord(entry) ? entryName(entry) : undefined;
  if (name !== undefined) return shorten(name, maxTextLength);
  return typeof entry === 'object' ? readJson(entry) : readText(entry);
}
