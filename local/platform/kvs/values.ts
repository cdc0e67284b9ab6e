import type { Limits } from '../limits';
import { refused } from './refusal';
import type { Ttl } from './request';

/** The documented pattern of a key, its `-` escaped: developer.atlassian.com "Key-Value Store", error handling. */
const keyPattern = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;

const unitMilliseconds = { SECONDS: 1_000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 };

/** @throws KvsRefusal `EMPTY_KEY`, `KEY_TOO_LONG` or `INVALID_KEY`. */
export function checkKey(key: string, limits: Limits): void {
  if (key === '') throw refused('EMPTY_KEY', 'Key cannot be empty.');
  if (key.length > limits.keyLength)
    throw refused('KEY_TOO_LONG', `Key is longer than ${limits.keyLength} characters.`);
  if (!keyPattern.test(key)) throw refused('INVALID_KEY', `Key does not match ${String(keyPattern)}.`);
}

/**
 * The value as the JSON that is stored.
 * @throws KvsRefusal `INVALID_VALUE` when there is none, `MAX_SIZE` or `MAX_DEPTH`.
 */
export function storedForm(value: unknown, limits: Limits): string {
  if (value === undefined) throw refused('INVALID_VALUE', 'Value is missing.');
  const json = JSON.stringify(value);
  const bytes = Buffer.byteLength(json);
  if (bytes > limits.valueBytes)
    throw refused('MAX_SIZE', `Value has ${bytes} bytes; the limit is ${limits.valueBytes}.`);
  const depth = depthOf(value, limits.valueDepth);
  if (depth > limits.valueDepth) throw refused('MAX_DEPTH', `Value is nested deeper than ${limits.valueDepth} levels.`);
  return json;
}

/** How deep objects and arrays are nested; counting stops one level beyond the limit. */
function depthOf(value: unknown, limit: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (limit === 0) return 1;
  return 1 + Math.max(0, ...Object.values(value).map((part) => depthOf(part, limit - 1)));
}

/**
 * When a value written now expires, in milliseconds since the epoch, or null without a TTL.
 * @throws KvsRefusal `INVALID_TTL` when it is not positive or longer than a year.
 */
export function expiryOf(ttl: Ttl | undefined, now: number, limits: Limits): number | null {
  if (!ttl) return null;
  const duration = ttl.value * unitMilliseconds[ttl.unit];
  if (duration > 0 && duration <= limits.ttlMilliseconds) return now + Math.round(duration);
  throw refused('INVALID_TTL', 'TTL must be positive and at most one year.');
}
