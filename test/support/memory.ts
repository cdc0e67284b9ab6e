import { createCatalog } from '../../src/data-sources/catalog/catalog';
import { cataloged } from '../../src/data-sources/catalog/cataloged';
import type { CatalogPage } from '../../src/data-sources/catalog/pages';
import type { DataSource } from '../../src/data-sources/data-source';
import type { Grant } from '../../src/grants/grant';
import { settle } from '../../src/compare-and-set';
import type { Reader, ReaderCount } from '../../src/own-accounts/reader';
import type { RequestBudget } from '../../src/panel/load/flight/request-budget';
import type { Flight } from '../../src/panel/load/flight/flight';
import { portionsBySite } from '../../src/panel/load/portions';
import { nothingRecent } from '../../src/panel/load/recent-loads';
import type { Panel } from '../../src/panel/load/panel';
import { nothingSeen } from '../../src/panel/load/seen-pages';
import { createRedactor } from '../../src/masking/redactor';
import type {
  EntityName,
  EntityStorage,
  PartitionedStorage,
  Revisioned,
  Secrets,
  Storage,
  Transact,
} from '../../src/ports';
import type { Services } from '../../src/resolvers/services';

/** One operation as it reaches the storage. */
export interface Operation {
  name: 'get' | 'set' | 'create' | 'delete' | 'list' | 'secret-get' | 'secret-set' | 'secret-delete' | 'transact';
  key: string;
}

/** What becomes of an operation: done and answered, never arrived, or done with its response lost. */
export type Fate = 'work' | 'fail' | 'lose';

export class StorageFailure extends Error {}

/** Storage of one site in memory, which forgets `undefined` as JSON does and fails on demand. */
export class MemoryStorage {
  readonly open = new Map<string, unknown>();
  readonly secret = new Map<string, unknown>();
  readonly entities = new Map<EntityName, Map<string, unknown>>();
  readonly log: Operation[] = [];
  fate: (operation: Operation) => Fate = () => 'work';
  /** Awaited before every operation; a scheduler may hold it back. */
  turn: (operation: Operation) => Promise<void> = () => Promise.resolve();

  async run<T>(operation: Operation, effect: () => T): Promise<T> {
    await this.turn(operation);
    this.log.push(operation);
    const fate = this.fate(operation);
    if (fate === 'fail') throw new StorageFailure(`${operation.name} ${operation.key} did not arrive`);
    const result = effect();
    if (fate === 'lose') throw new StorageFailure(`${operation.name} ${operation.key} was not answered`);
    return result;
  }

  records(entity: EntityName): Map<string, unknown> {
    const records = this.entities.get(entity) ?? new Map<string, unknown>();
    this.entities.set(entity, records);
    return records;
  }
}

const copy = <T>(value: unknown): T => (value === undefined ? undefined : JSON.parse(JSON.stringify(value))) as T;

export function memoryPlainStorage(memory: MemoryStorage): Storage {
  const { open } = memory;
  return {
    get: <T>(key: string) => memory.run({ name: 'get', key }, () => copy<T | undefined>(open.get(key))),
    getMany: <T>(keys: string[]) =>
      memory.run({ name: 'get', key: keys.join() }, () => {
        const found = keys.filter((key) => open.has(key));
        return new Map(found.map((key) => [key, copy<T>(open.get(key))]));
      }),
    set: (key, value) => memory.run({ name: 'set', key }, () => void open.set(key, copy(value))),
    create: (key, value) =>
      memory.run({ name: 'create', key }, () => {
        if (open.has(key)) return false;
        open.set(key, copy(value));
        return true;
      }),
    delete: (key) => memory.run({ name: 'delete', key }, () => void open.delete(key)),
    list: <T>(prefix: string) =>
      memory.run({ name: 'list', key: prefix }, () =>
        [...open]
          .filter(([key]) => key.startsWith(prefix))
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, value]) => ({ key, value: copy<T>(value) })),
      ),
    keys: (prefix) =>
      memory.run({ name: 'list', key: prefix }, () => [...open.keys()].filter((key) => key.startsWith(prefix)).sort()),
  };
}

export function memorySecrets(memory: MemoryStorage): Secrets {
  const { secret } = memory;
  return {
    get: <T>(key: string) => memory.run({ name: 'secret-get', key }, () => copy<T | undefined>(secret.get(key))),
    set: (key, value) => memory.run({ name: 'secret-set', key }, () => void secret.set(key, copy(value))),
    delete: (key) => memory.run({ name: 'secret-delete', key }, () => void secret.delete(key)),
  };
}

export function memoryTransact(memory: MemoryStorage): Transact {
  return (changes, open = { set: [], delete: [] }, checks = []) => {
    const [first] = changes;
    const stored = (entity: EntityName, id: string) => memory.records(entity).get(id) as Revisioned | undefined;
    const write = () =>
      memory.run(
        { name: 'transact', key: [...changes.map(({ id }) => id), ...open.set.map(({ key }) => key)].join() },
        () => {
          const met = changes.every(
            ({ entity, id, expectedRev }) => expectedRev === undefined || stored(entity, id)?.rev === expectedRev,
          );
          if (!met || !checks.every(({ entity, id, rev }) => stored(entity, id)?.rev === rev)) return false;
          changes.forEach(({ entity, id, value }) =>
            value === undefined ? memory.records(entity).delete(id) : memory.records(entity).set(id, copy(value)),
          );
          open.set.forEach(({ key, value }) => memory.open.set(key, copy(value)));
          open.delete.forEach((key) => memory.open.delete(key));
          return met;
        },
      );
    const look = () =>
      memory.run({ name: 'get', key: first.id }, () => copy<Revisioned | undefined>(stored(first.entity, first.id)));
    const sent = { expectedRev: first.expectedRev, by: first.value.by, hasChecks: checks.length > 0 };
    return settle(write, look, sent);
  };
}

/** Which member says when a record is due. */
const times: Partial<Record<EntityName, string>> = { 'reader-grant': 'dueAt', reader: 'checkAt' };

export function memoryEntity<T extends Revisioned>(memory: MemoryStorage, entity: EntityName): EntityStorage<T> {
  const records = memory.records(entity);
  const transact = memoryTransact(memory);
  return {
    get: (id) => memory.run({ name: 'get', key: id }, () => copy<T | undefined>(records.get(id))),
    create: (id, value) =>
      memory.run({ name: 'create', key: id }, () => {
        if (records.has(id)) return false;
        records.set(id, copy(value));
        return true;
      }),
    replace: (id, expectedRev, value) => transact([{ entity, id, expectedRev, value }]),
    delete: (id) => memory.run({ name: 'delete', key: id }, () => void records.delete(id)),
    getMany: (ids) =>
      memory.run({ name: 'get', key: ids.join() }, () =>
        ids.filter((id) => records.has(id)).map((id) => ({ id, value: copy<T>(records.get(id)) })),
      ),
    list: () =>
      memory.run({ name: 'list', key: entity }, () =>
        [...records].map(([id, value]) => ({ id, value: copy<T>(value) })),
      ),
    expired: (now, most) =>
      memory.run({ name: 'list', key: `${entity} expired` }, () =>
        [...(records as Map<string, Record<string, number | undefined>>)]
          .filter(([, value]) => (value[times[entity] ?? 'expiresAt'] ?? Infinity) < now)
          .slice(0, most)
          .map(([id, value]) => ({ id, value: copy<T>(value) })),
      ),
  };
}

export function memoryPartitions<T extends Revisioned>(
  memory: MemoryStorage,
  entity: EntityName,
): PartitionedStorage<T> {
  return {
    ...memoryEntity<T>(memory, entity),
    having: (member, text, most, isBackwards = false) =>
      memory.run({ name: 'list', key: `${entity} ${member}` }, () => {
        const found = [...(memory.records(entity) as Map<string, T & { usedOn?: string }>)]
          .filter(([, value]) => value[member] === text)
          .map(([id, value]) => ({ id, value: copy<T & { usedOn?: string }>(value) }))
          .sort((a, b) => (a.value.usedOn ?? '').localeCompare(b.value.usedOn ?? ''));
        return (isBackwards ? found.reverse() : found).slice(0, most);
      }),
  };
}

/** Data sources and panels with the catalog over them, as the app opens them. */
function memoryCatalog(memory: MemoryStorage, now: () => number) {
  const dataSources = memoryEntity<DataSource>(memory, 'data-source');
  const panels = memoryEntity<Panel>(memory, 'panel');
  const pages = memoryEntity<CatalogPage>(memory, 'catalog');
  const catalog = createCatalog(pages, { 'data-source': dataSources, panel: panels }, now);
  return { catalog, ...cataloged({ dataSources, panels, transact: memoryTransact(memory) }, catalog, now) };
}

export interface MemoryServices extends Services {
  memory: MemoryStorage;
  /** Moves the clock that `now` reads; `delay` moves it as well. */
  advance(milliseconds: number): void;
}

/**
 * Services on storage in memory with a clock that stands still: `delay` and `advance` move it. Outbound requests are
 * refused, Confluence knows nobody, until a test says otherwise.
 */
export function memoryServices(overrides: Partial<Services> = {}, memory = new MemoryStorage()): MemoryServices {
  let time = Date.UTC(2030, 0, 1, 12);
  return {
    memory,
    advance: (milliseconds) => void (time += milliseconds),
    storage: memoryPlainStorage(memory),
    secrets: memorySecrets(memory),
    ...memoryCatalog(memory, () => time),
    grants: memoryEntity<Grant>(memory, 'grant'),
    flights: memoryEntity<Flight>(memory, 'flight'),
    budgets: memoryEntity<RequestBudget>(memory, 'budget'),
    readerGrants: memoryEntity<Grant>(memory, 'reader-grant'),
    readers: memoryPartitions<Reader>(memory, 'reader'),
    readerCounts: memoryEntity<ReaderCount>(memory, 'reader'),
    readerBudgets: memoryEntity<RequestBudget>(memory, 'reader-budget'),
    portions: portionsBySite(() => time)('site'),
    pushSlowFetch: () => Promise.resolve(false),
    pushOwnWork: () => Promise.resolve(false),
    recentLoads: nothingRecent,
    seenPages: nothingSeen,
    fetch: (url) => Promise.reject(new Error(`No request was expected, but ${url.href} was asked`)),
    content: { readable: () => Promise.resolve(undefined), editable: () => Promise.resolve(undefined) },
    directory: {
      adminStanding: () => Promise.resolve('other'),
      displayName: () => Promise.resolve(undefined),
      me: () => Promise.resolve(undefined),
      space: () => Promise.resolve(undefined),
      findSpaces: () => Promise.resolve([]),
    },
    connectionsPath: () => '/wiki/apps/app-1/environment-1/connections',
    callbackUrl: () => Promise.resolve('https://installation.webtrigger.example/public/callback'),
    reportAccounts: () => Promise.resolve([]),
    redactor: createRedactor(),
    now: () => time,
    delay: (milliseconds) => {
      time += milliseconds;
      return new Promise((resolve) => setImmediate(resolve)); // others come as far as they can without waiting
    },
    repeat: () => () => undefined,
    remainingTime: () => 25_000,
    log: () => undefined,
    loopbackAllowed: false,
    ...overrides,
  };
}
