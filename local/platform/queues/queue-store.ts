import { randomUUID } from 'node:crypto';
import type { SqlValue, Database } from '../../storage/database';

/** One event of a queue, as the store knows it. */
export interface QueuedEvent {
  id: string;
  queue: string;
  job: string;
  /** The invocation at the head of the chain of pushes that led to this event. */
  origin: string;
  /** The event as the app pushed it: `{body, delayInSeconds?, concurrency?}` in JSON. */
  json: string;
  pushed: number;
  due: number;
  retries: number;
  /** Why it is delivered again; null before the first retry. */
  reason: string | null;
  /** What the app gave along for the retry, in JSON; null for nothing. */
  data: string | null;
}
type EventRow = QueuedEvent & Record<string, SqlValue>;

export interface NewEvent {
  json: string;
  due: number;
  concurrency: { key: string; limit: number } | undefined;
}
/** The events of one push request. */
export interface NewJob {
  queue: string;
  job: string;
  origin: string;
  pushed: number;
  events: NewEvent[];
}
export interface Retry {
  due: number;
  reason: string;
  data: string | null;
}
export interface JobStats {
  success: number;
  inProgress: number;
  failed: number;
}

const columns = [
  'id TEXT PRIMARY KEY, queue TEXT, job TEXT, origin TEXT, json TEXT, concurrencyKey TEXT, concurrencyLimit INTEGER',
  'pushed INTEGER, due INTEGER, retries INTEGER, reason TEXT, data TEXT, state TEXT, cancelled INTEGER',
].join(', ');
const found = 'id, queue, job, origin, json, pushed, due, retries, reason, data';
const free = `concurrencyKey IS NULL OR concurrencyLimit >
  (SELECT COUNT(*) FROM queue_events other WHERE other.state = 'running' AND other.concurrencyKey = event.concurrencyKey)`;
const waitingUnlessCancelled = "state = CASE cancelled WHEN 1 THEN 'failed' ELSE 'waiting' END";

/**
 * The queued events of one installation. Each is waiting, running, succeeded or failed; what ran when the process ended
 * waits again, so that every event is delivered at least once.
 */
export class EventStore {
  constructor(private readonly db: Database) {
    db.run(`CREATE TABLE IF NOT EXISTS queue_events (${columns})`);
    for (const column of ['state', 'job', 'origin', 'pushed'])
      db.run(`CREATE INDEX IF NOT EXISTS queue_events_${column} ON queue_events (${column})`);
    db.run(`UPDATE queue_events SET ${waitingUnlessCancelled} WHERE state = 'running'`);
  }

  /** Keeps all events of the job or none. */
  add({ queue, job, origin, pushed, events }: NewJob): void {
    this.db.atomically(() => {
      for (const { json, due, concurrency } of events) {
        const values = [randomUUID(), queue, job, origin, json, concurrency?.key ?? null, concurrency?.limit ?? null];
        this.db.run(
          "INSERT INTO queue_events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, NULL, NULL, 'waiting', 0)",
          ...[...values, pushed, due],
        );
      }
    });
  }

  /** The event that has been due the longest and whose concurrency key has room, now running; undefined if none is. */
  startNext(now: number): QueuedEvent | undefined {
    const event = this.db.first<EventRow>(
      `SELECT ${found} FROM queue_events event WHERE state = 'waiting' AND due <= ? AND (${free}) ORDER BY due, rowid`,
      now,
    );
    if (event) this.#put(event.id, 'running');
    return event;
  }

  succeed(id: string): void {
    this.#put(id, 'succeeded');
  }

  fail(id: string): void {
    this.#put(id, 'failed');
  }

  /** Lets the running event wait for its next delivery, or fail when its job was cancelled meanwhile. */
  retry(id: string, { due, reason, data }: Retry): void {
    const values = [due, reason, data, id];
    this.db.run(
      `UPDATE queue_events SET ${waitingUnlessCancelled}, retries = retries + 1, due = ?, reason = ?, data = ? WHERE id = ?`,
      ...values,
    );
  }

  /** Fails what still waits of the job; what runs goes on, but not again. False if there is no such job. */
  cancel(queue: string, job: string): boolean {
    return (
      this.db.run(
        `UPDATE queue_events SET cancelled = 1, state = CASE state WHEN 'waiting' THEN 'failed' ELSE state END
          WHERE queue = ? AND job = ?`,
        queue,
        job,
      ) > 0
    );
  }

  /** How many events of the job are in which state, cancelled ones among the failed; undefined if there is no such job. */
  stats(queue: string, job: string): JobStats | undefined {
    const rows = this.db.all<{ state: string; count: number }>(
      'SELECT state, COUNT(*) count FROM queue_events WHERE queue = ? AND job = ? GROUP BY state',
      queue,
      job,
    );
    const counts = new Map(rows.map(({ state, count }) => [state, count]));
    const of = (state: string) => counts.get(state) ?? 0;
    if (rows.length === 0) return undefined;
    return { success: of('succeeded'), inProgress: of('waiting') + of('running'), failed: of('failed') };
  }

  /** How many events have been pushed since the time. */
  pushedSince(time: number): number {
    return this.#count('COUNT(*) count FROM queue_events WHERE pushed >= ?', time);
  }

  /** How many push requests the chain that began with the invocation has made. */
  pushesOf(origin: string): number {
    return this.#count('COUNT(DISTINCT job) count FROM queue_events WHERE origin = ?', origin);
  }

  /** Fails the retries of events that were pushed before the time: their retention window is over. Returns how many. */
  dropRetries(pushedBefore: number): number {
    return this.db.run(
      "UPDATE queue_events SET state = 'failed' WHERE state = 'waiting' AND retries > 0 AND pushed <= ?",
      pushedBefore,
    );
  }

  /** Forgets ended events that were pushed before the time. */
  forget(pushedBefore: number): void {
    this.db.run("DELETE FROM queue_events WHERE state IN ('succeeded', 'failed') AND pushed <= ?", pushedBefore);
  }

  #put(id: string, state: string): void {
    this.db.run('UPDATE queue_events SET state = ? WHERE id = ?', state, id);
  }

  #count(what: string, value: SqlValue): number {
    return this.db.first<{ count: number }>(`SELECT ${what}`, value)!.count;
  }
}
