import { kvs, WhereConditions, type PolicySetOptions, type SetOptions } from '@forge/kvs';
import type { Storage } from '../ports';
import { BatchKeyError, isConflict } from './kvs-errors';

/** Most keys in one batch, and most entries on a page of a query (Forge, "Key-value store limits"). */
const batchSize = 25;
const pageSize = 100;

/** The site's open key-value records. */
export const platformStorage: Storage = {
  get: <T>(key: string) => kvs.get<T>(key),
  getMany,
  set: (key, value, options) => kvs.set(key, value, lifetime(options)),
  create,
  delete: (key) => kvs.delete(key),
  list,
  keys,
};

/** The platform's option for a lifetime in seconds. */
export const lifetime = (options?: { ttlSeconds?: number }): SetOptions =>
  options?.ttlSeconds === undefined ? {} : { ttl: { value: options.ttlSeconds, unit: 'SECONDS' } };

async function getMany<T>(keys: string[]): Promise<Map<string, T>> {
  const found = await getInBatches<T>(keys.map((key) => ({ key })));
  return new Map(found.map(({ key, value }) => [key, value]));
}

/** The values of the keys that are there. */
export async function getInBatches<T>(
  keys: { key: string; entityName?: string }[],
): Promise<{ key: string; value: T }[]> {
  const found: { key: string; value: T }[] = [];
  for (let start = 0; start < keys.length; start += batchSize) {
    const { successfulKeys, failedKeys } = await kvs.batchGet<T>(keys.slice(start, start + batchSize));
    const failed = failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
    if (failed) throw new BatchKeyError(failed.error.code);
    found.push(...successfulKeys);
  }
  return found;
}

async function create(key: string, value: unknown, options?: { ttlSeconds?: number }): Promise<boolean> {
  const policy: PolicySetOptions = { ...lifetime(options), keyPolicy: 'FAIL_IF_EXISTS' };
  try {
    await kvs.set(key, value, policy);
    return true;
  } catch (error) {
    // Which status a taken key has is documented nowhere, and a reply may be lost: what stands there decides.
    const found = await kvs.get(key);
    if (found !== undefined) return JSON.stringify(found) === JSON.stringify(value);
    if (isConflict(error)) return false; // by one that has expired
    throw error;
  }
}

function list<T>(prefix: string): Promise<{ key: string; value: T }[]> {
  return collect<T, { key: string; value: T }>(prefix, ({ key, value }) => ({ key, value }));
}

function keys(prefix: string): Promise<string[]> {
  return collect<unknown, string>(prefix, ({ key }) => key);
}

async function collect<T, Found>(prefix: string, take: (entry: { key: string; value: T }) => Found): Promise<Found[]> {
  const found: Found[] = [];
  let cursor: string | undefined;
  do {
    const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(pageSize);
    const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany<T>();
    found.push(...page.results.map(take));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return found;
}
