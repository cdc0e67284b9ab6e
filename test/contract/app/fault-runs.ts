import type { Reply } from '../../../src/shared/contract';
import type { Fault, Faults } from '../../../local/platform/faults';
import type { SnapshotHead } from '../../../src/panel/load/snapshot/head';
import { startApp, type AppOnHost, type AppOptions } from './app-on-host';

/** The app on a host whose platform calls go wrong when told to. */
export interface FaultyApp {
  app: AppOnHost;
  /** Says which calls go wrong from now on; `undefined` ends it. */
  set(faults: Faults | undefined): void;
  /** The work's result, with nothing going wrong meanwhile. */
  without<T>(work: () => Promise<T>): Promise<T>;
}

export async function startFaultyApp(options: AppOptions = {}): Promise<FaultyApp> {
  let faults: Faults | undefined;
  const app = await startApp({ ...options, host: { ...options.host, faults: (call) => faults?.(call) } });
  return {
    app,
    set: (next) => void (faults = next),
    without: async (work) => {
      const suspended = faults;
      faults = undefined;
      try {
        return await work();
      } finally {
        faults = suspended;
      }
    },
  };
}

/** What was requested of the platform when the fault came: `kvs secret/set`, `egress token`. */
export type Struck = string;

/**
 * Runs the work again and again, each time with a platform call or outbound request gone wrong that has not yet: the first
 * of its kind, the second, and so on, until none is left. Calls that run side by side may come in any order. `check` looks
 * at what each run left. Resolves with the calls that were struck.
 */
export async function atEveryCall<T>(
  { set }: FaultyApp,
  fault: Fault,
  work: (turn: number) => Promise<T>,
  check: (struck: Struck | undefined, turn: number, result: T | undefined) => Promise<void>,
): Promise<Struck[]> {
  const all: Struck[] = [];
  const done = new Set<string>();
  for (let turn = 1; turn < 100; turn += 1) {
    const times = new Map<Struck, number>();
    let struck: Struck | undefined;
    set((call) => {
      const name = nameOf(call);
      const time = (times.get(name) ?? 0) + 1;
      times.set(name, time);
      if (struck !== undefined || done.has(`${name} ${time}`)) return undefined;
      done.add(`${name} ${time}`);
      struck = name;
      return fault;
    });
    const result = await work(turn).catch(() => undefined); // a function that has died answers nothing
    set(undefined);
    await check(struck, turn, result);
    if (struck === undefined) return all;
    all.push(struck);
  }
  throw new Error('The work never came to its end.');
}

const nameOf = ({ kind, path }: Parameters<Faults>[0]): Struck =>
  `${kind} ${kind === 'egress' ? path.replace(/^.*\//, '') : path.replace('/api/v1/', '')}`;

/** Fails unless the reply is a value, or one plain sentence that tells what happened. */
export function expectPlain(reply: Reply<unknown> | undefined): void {
  expect(reply === undefined || isPlain(reply) ? undefined : reply).toBeUndefined();
}

/** Whether the reply is a value, or one plain sentence without the words of machines. */
export function isPlain(reply: Reply<unknown>): boolean {
  if (reply.ok) return true;
  const { message } = reply.problem;
  const isSentence = /^[A-Z][^\n{}]{10,300}\.$/.test(message);
  return isSentence && !/https?:|\bat \S+:\d+|undefined|\[object|Error\b|KVS|fetch failed/.test(message);
}

const secretFields = new Set(['clientSecret', 'accessToken', 'refreshToken', 'codeVerifier']);

/** Secrets of the site that stand anywhere in its open records, by what they are; there must be none. */
export function secretsInTheOpen({ host }: AppOnHost): string[] {
  const open = JSON.stringify(host.records());
  return secretsNamed(host, '').flatMap(({ value }) =>
    secretsOf(value).flatMap(([name, secret]) => (open.includes(secret) ? [name] : [])),
  );
}

function secretsOf(value: unknown): [string, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    typeof member === 'string' && secretFields.has(name) ? [[name, member] as [string, string]] : secretsOf(member),
  );
}

/** Secrets under names that begin like this; only a test can look. */
export function secretsNamed(
  host: AppOnHost['host'],
  prefix: string,
): { key: string; value: Record<string, unknown> }[] {
  return host
    .site()
    .db.all<{ key: string; json: string }>(
      "SELECT key, json FROM kvs WHERE space = 'secret' AND key LIKE ?",
      `${prefix}%`,
    )
    .map(({ key, json }) => ({ key, value: JSON.parse(json) as Record<string, unknown> }));
}

/** Chunks of snapshots that no head names. */
export function strayChunks({ host }: AppOnHost): string[] {
  const open = host.records();
  const heads = open.filter(({ key }) => key.startsWith('snapshot:'));
  const writes = new Set(heads.flatMap(({ value }) => (value as SnapshotHead).writes.map(({ id }) => id)));
  const chunks = open.filter(({ key }) => key.startsWith('snapshot-chunk:')).map(({ key }) => key);
  return chunks.filter((key) => !writes.has(key.split(':')[1] ?? ''));
}

/** Longer than a lease on a grant is kept free for its holder. */
export const settledMs = 75_000;

export async function upkeepLater({ clock, host }: AppOnHost): Promise<void> {
  clock.advance(3 * 3_600_000);
  await host.runScheduled('hourly-upkeep');
}
