import type { Clock } from '../../shared/clock';
import type { SqlValue, Database } from '../../storage/database';
import type { Limits } from '../limits';

/** Where a record lies: open values and secrets are apart, and each custom entity has keys of its own. */
export interface KeySpace {
  space: 'open' | 'secret';
  /** Empty for plain values. */
  entity: string;
}

export interface StoredRecord {
  key: string;
  json: string;
  created: number;
  updated: number;
  expires: number | null;
}
type RecordRow = StoredRecord & Record<string, SqlValue>;

/** A record that lies open, for tests and the operator. */
export interface OpenRecord {
  /** Empty for a plain value. */
  entity: string;
  key: string;
  value: unknown;
}

const columns = 'space TEXT, entity TEXT, key TEXT, json TEXT, created INTEGER, updated INTEGER, expires INTEGER';
const found = 'key, json, created, updated, expires';
const here = 'space = ? AND entity = ?';

/** The records of one installation. Reads by key are strictly consistent; `seenByQueries` lags behind by `queryLag`. */
export class RecordStore {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: Limits,
    private readonly queryLag: number,
  ) {
    db.run(`CREATE TABLE IF NOT EXISTS kvs (${columns}, PRIMARY KEY (space, entity, key)) WITHOUT ROWID`);
    db.run(`CREATE TABLE IF NOT EXISTS kvs_replaced (${columns}, replaced INTEGER)`);
  }

  /** The record, an expired one included as long as its lazy deletion has not come; undefined if there is none. */
  read({ space, entity }: KeySpace, key: string): StoredRecord | undefined {
    const row = this.db.first<RecordRow>(`SELECT ${found} FROM kvs WHERE ${here} AND key = ?`, space, entity, key);
    return row && !this.#gone(row) ? row : undefined;
  }

  /** Writes the record and returns it; its creation time survives as long as it does. */
  write(place: KeySpace, key: string, json: string, expires: number | null): StoredRecord {
    const now = this.clock.now();
    const before = this.read(place, key);
    this.#keepForQueries(place, before, now);
    const record = { key, json, created: before?.created ?? now, updated: now, expires };
    const values = [place.space, place.entity, key, json, record.created, now, expires];
    this.db.run('INSERT OR REPLACE INTO kvs VALUES (?, ?, ?, ?, ?, ?, ?)', ...values);
    return record;
  }

  /** True if there was such a record. */
  remove(place: KeySpace, key: string): boolean {
    this.#keepForQueries(place, this.read(place, key), this.clock.now());
    return this.db.run(`DELETE FROM kvs WHERE ${here} AND key = ?`, place.space, place.entity, key) > 0;
  }

  /** What a query sees, by key: the records as they were `queryLag` milliseconds ago. */
  seenByQueries({ space, entity }: KeySpace): StoredRecord[] {
    const rows = this.db.all<RecordRow>(`SELECT ${found} FROM kvs WHERE ${here} ORDER BY key`, space, entity);
    if (this.queryLag === 0) return rows.filter((row) => !this.#gone(row));
    const then = this.clock.now() - this.queryLag;
    const replaced = this.db.all<RecordRow>(
      `SELECT ${found} FROM kvs_replaced WHERE ${here} AND updated <= ? AND replaced > ?`,
      ...[space, entity, then, then],
    );
    const seen = [...rows.filter((row) => row.updated <= then), ...replaced].filter((row) => !this.#gone(row));
    return seen.sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** Everything in the open, by entity and key. */
  openRecords(): OpenRecord[] {
    const rows = this.db.all<RecordRow & { entity: string }>(
      `SELECT entity, ${found} FROM kvs WHERE space = 'open' ORDER BY entity, key`,
    );
    return rows
      .filter((row) => !this.#gone(row))
      .map(({ entity, key, json }) => ({ entity, key, value: JSON.parse(json) as unknown }));
  }

  /** The keys of the secrets, without their values. */
  secretKeys(): string[] {
    return this.db
      .all<{ key: string }>("SELECT key FROM kvs WHERE space = 'secret' ORDER BY key")
      .map(({ key }) => key);
  }

  /** What `work` returns, with all its writes kept or none. */
  atomically<T>(work: () => T): T {
    return this.db.atomically(work);
  }

  #keepForQueries({ space, entity }: KeySpace, before: StoredRecord | undefined, now: number): void {
    if (this.queryLag === 0) return;
    this.db.run('DELETE FROM kvs_replaced WHERE replaced <= ?', now - this.queryLag);
    if (!before) return;
    const { key, json, created, updated, expires } = before;
    const values = [space, entity, key, json, created, updated, expires, now];
    this.db.run('INSERT INTO kvs_replaced VALUES (?, ?, ?, ?, ?, ?, ?, ?)', ...values);
  }

  #gone({ expires }: StoredRecord): boolean {
    return expires !== null && this.clock.now() >= expires + this.limits.expiredStaysMilliseconds;
  }
}
