import { shorten } from '../../../shared/shorten';
import { isRecord, type JsonRecord, firstMemberText } from './named';
import { readText } from './text';
import { unreadable } from './unreadable';

const longestStatus = 100;
const names = ['name', 'Name', 'displayName', 'display_value', 'label', 'title', 'text', 'value', 'status', 'state'];
/** Members under which the status is an object once more. */
const holders = ['status', 'state', 'select', 'value'];

/** A status in a few words: a text, number or boolean as it stands, of an object the member that names it. */
export function readStatus(value: unknown): string | null | typeof unreadable {
  if (Array.isArray(value)) return unreadable;
  const text = isRecord(value) ? statusIn(value) : (readText(value)?.trim() ?? '');
  if (text === undefined) return unreadable;
  return text === '' ? null : shorten(text, longestStatus);
}

/** The status an object names; `undefined` where it names none. */
export function statusIn(value: JsonRecord): string | undefined {
  const inner = holders.map((name) => (Object.hasOwn(value, name) ? value[name] : undefined)).find(isRecord);
  return firstMemberText(value, names) ?? (inner && firstMemberText(inner, names));
}
