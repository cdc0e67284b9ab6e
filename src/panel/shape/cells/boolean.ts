import { unreadable } from './unreadable';

const words: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  ...['true', 'yes', 'y', 't', 'on', '1', 1, true].map((word) => [word, true] as const),
  ...['false', 'no', 'n', 'f', 'off', '0', 0, false].map((word) => [word, false] as const),
]);

/** True or false, also from the numbers 1 and 0 and from the words true, false, yes, no, on and off and the letters y, n, t and f in any case. */
export function readBoolean(value: unknown): boolean | null | typeof unreadable {
  if (typeof value === 'boolean') return value;
  if (value === null || value === undefined || value === '') return null;
  return words.get(typeof value === 'string' ? value.trim().toLowerCase() : value) ?? unreadable;
}
