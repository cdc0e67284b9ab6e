import { Filter, FilterConditions, kvs, type PolicySetOptions, Sort, WhereConditions } from '@forge/kvs';
import { settle } from '../compare-and-set';
import type {
  EntityChange,
  EntityCheck,
  EntityName,
  EntityStorage,
  OpenChanges,
  PartitionedStorage,
  Revisioned,
  Transact,
} from '../ports';
import { hasMembers } from '../unreadable-record';
import { isConflict, isRateLimited } from './kvs-errors';
import { getInBatches, lifetime } from './storage';

/** An entity record as it lies in storage: what conditions and indexes need stands beside the record itself. */
interface Stored<T> extends Revisioned {
  schema: number;
  name?: string;
  /** In minutes since the epoch, because integers of the platform have 32 bits. */
  expires?: number;
  record: T;
}

export type EntityRecord = Revisioned & { schema: number; settings?: { name: string }; expiresAt?: number };

const pageSize = 100;
const minuteMs = 60_000;

/** Changes several records in one transaction, each under the condition of its `rev`. */
export const platformTransact: Transact = (changes, open, checks = []) => {
  const [first] = changes;
  return settle(
    () => send(changes, open, checks),
    () => look(first.entity, first.id),
    {
      expectedRev: first.expectedRev,
      by: first.value.by,
      hasChecks: checks.length > 0,
    },
  );
};

const revIs = (rev: number) => new Filter<Stored<unknown>>().and('rev', FilterConditions.equalTo(rev));

async function send(
  changes: EntityChange[],
  open: OpenChanges = { set: [], delete: [] },
  checks: readonly EntityCheck[] = [],
): Promise<boolean> {
  const transaction = kvs.transact();
  for (const change of changes) {
    const { entity, id, expectedRev } = change;
    const conditions = expectedRev === undefined ? undefined : revIs(expectedRev);
    const place = { entityName: entity, ...(conditions ? { conditions } : {}) };
    if (change.value === undefined) transaction.delete(id, place);
    else transaction.set(id, storedForm(entity, change.value), place, lifetime(change));
  }
  for (const { key, value, ttlSeconds } of open.set) transaction.set(key, value, undefined, lifetime({ ttlSeconds }));
  for (const key of open.delete) transaction.delete(key);
  for (const { entity, id, rev } of checks) transaction.check(id, { entityName: entity, conditions: revIs(rev) });
  try {
    await transaction.execute();
    return true;
  } catch (error) {
    if (isConflict(error)) return false;
    throw error;
  }
}

const look = <T>(entity: EntityName, id: string): Promise<Stored<T> | undefined> =>
  kvs.entity<Stored<T>>(entity).get(id);

/** The records of one entity. Lists go by the index of that name, over all of it. */
export function platformEntity<T extends EntityRecord>(entity: EntityName, index: 'name' | 'schema'): EntityStorage<T> {
  const records = kvs.entity<Stored<T>>(entity);
  return {
    get: async (id) => {
      const found = await look<T>(entity, id);
      return found && recordOf(id, found);
    },
    create: (id, value, options) => create(entity, id, value, options),
    replace: (id, expectedRev, value, options) => platformTransact([{ entity, id, expectedRev, value, ...options }]),
    delete: (id) => records.delete(id),
    getMany: (ids) => getMany(entity, ids),
    list: () => all(pagesOf(entity, { index })),
    expired: (now, most) => expired(entity, now, most),
  };
}

/** The same for an entity whose index `by-<member>` has that member alone as its partition. */
export function platformPartitions<T extends EntityRecord>(
  entity: EntityName,
  index: 'name' | 'schema',
): PartitionedStorage<T> {
  return {
    ...platformEntity<T>(entity, index),
    having: (member, text, most, isBackwards = false) =>
      all(pagesOf<T>(entity, { index: `by-${member}`, partition: [text], isBackwards }), most),
  };
}

async function create<T extends EntityRecord>(
  entity: EntityName,
  id: string,
  value: T,
  options?: { ttlSeconds?: number },
): Promise<boolean> {
  const policy: PolicySetOptions = { ...lifetime(options), keyPolicy: 'FAIL_IF_EXISTS' };
  try {
    await kvs.entity(entity).set(id, storedForm(entity, value), policy);
    return true;
  } catch (error) {
    if (isConflict(error)) return options?.ttlSeconds !== undefined && replaceExpired(entity, id, value, options);
    const found = await look(entity, id);
    if (found) return found.by === value.by;
    throw error;
  }
}

/** The platform may refuse to make a record for two days after the one before expired, which nobody can read any more. */
async function replaceExpired(entity: EntityName, id: string, value: EntityRecord, options: { ttlSeconds?: number }) {
  if (await look(entity, id)) return false;
  await kvs.entity(entity).set(id, storedForm(entity, value), lifetime(options));
  return true;
}

interface Listed<T> {
  id: string;
  value: T;
}

async function getMany<T>(entity: EntityName, ids: string[]): Promise<Listed<T>[]> {
  const found = await getInBatches<Stored<T>>(ids.map((key) => ({ key, entityName: entity })));
  return found.map(({ key, value }) => ({ id: key, value: recordOf(key, value) }));
}

async function all<T>(pages: AsyncIterable<Listed<T>[]>, most = Infinity): Promise<Listed<T>[]> {
  const found: Listed<T>[] = [];
  for await (const page of pages) {
    found.push(...page);
    if (found.length >= most) break;
  }
  return found.slice(0, most);
}

interface Query {
  index: string;
  partition?: string[];
  below?: number;
  isBackwards?: boolean;
}

async function* pagesOf<T>(
  entity: EntityName,
  { index, partition, below, isBackwards = false }: Query,
): AsyncGenerator<Listed<T>[]> {
  const whole = kvs
    .entity<Stored<T>>(entity)
    .query()
    .index(index, partition && { partition })
    .sort(isBackwards ? Sort.DESC : Sort.ASC);
  const query = (below === undefined ? whole : whole.where(WhereConditions.lessThan(below))).limit(pageSize);
  let cursor: string | undefined;
  do {
    const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
    yield page.results.map(({ key, value }) => ({ id: key, value: recordOf(key, value) }));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}

/** Whatever the platform says of an index that it has not built yet, it is no reason to leave the work undone. */
async function expired<T>(entity: EntityName, now: number, most: number): Promise<Listed<T>[] | undefined> {
  try {
    return await all(pagesOf<T>(entity, { index: timeOf(entity).attribute, below: Math.floor(now / minuteMs) }), most);
  } catch (error) {
    if (isRateLimited(error)) throw error;
    return undefined;
  }
}

/**
 * The record as it was written. Where none lies in its place, one of no known schema stands for it with the name it had:
 * whoever reads it refuses it, and nobody takes it for gone and deletes what belongs to it.
 */
function recordOf<T>(id: string, { record, rev, by, name }: Stored<T>): T {
  const isNamed = name === undefined || hasMembers((record as EntityRecord | null)?.settings, { name: 'string' });
  if (hasMembers(record, { rev: 'number', schema: 'number' }) && isNamed) return record;
  const standIn = { id, rev, by, schema: NaN, settings: { name: name ?? '' } };
  return standIn as unknown as T;
}

function storedForm(entity: EntityName, value: Revisioned): Stored<unknown> {
  const { rev, by, schema, settings } = value as EntityRecord;
  return {
    ...{ rev, by, schema },
    ...(settings && { name: settings.name }),
    ...indexedBeside(entity, new Map(Object.entries(value))),
    record: value,
  };
}

/** Which member of an entity's records says when they are due, and the attribute that goes by it. */
const timeOf = (entity: EntityName) => times[entity] ?? { member: 'expiresAt', attribute: 'expires' };
const times: Partial<Record<EntityName, { member: string; attribute: string }>> = {
  'reader-grant': { member: 'dueAt', attribute: 'dueAt' },
  reader: { member: 'checkAt', attribute: 'checkAt' },
};

/** Members that an entity's records are found by. */
const foundBy: Partial<Record<EntityName, readonly string[]>> = { reader: ['cohort', 'account', 'usedOn'] };

function indexedBeside(entity: EntityName, members: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const { member, attribute } = timeOf(entity);
  const at = members.get(member);
  const texts = (foundBy[entity] ?? []).filter((name) => members.has(name)).map((name) => [name, members.get(name)]);
  return {
    ...(typeof at === 'number' && { [attribute]: Math.floor(at / minuteMs) }),
    ...(Object.fromEntries(texts) as Record<string, unknown>),
  };
}
