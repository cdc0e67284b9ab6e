import { errors } from 'oidc-provider';
import type { Adapter, AdapterPayload } from 'oidc-provider';

/** What the authorization server remembers: `Model:id` → payload, with the expiry inside the payload. */
export type Entries = Record<string, AdapterPayload>;

export interface Storage {
  /** The authorization server's view: one model's records. */
  model(name: string): Adapter;
  /** Every record of a model, to be changed in place; call `changed` afterwards. */
  records(name: string): AdapterPayload[];
  /** Forgets the records of the models, all of them unless a test picks some. */
  forget(names: string[], test?: (payload: AdapterPayload) => boolean): void;
  changed(): void;
  entries(): Entries;
}

const endedWithGrant = ['AccessToken', 'RefreshToken', 'AuthorizationCode'];
const keptAfterExpirySeconds = 24 * 60 * 60;
const sweepAbove = 2_000;

export interface StorageEvents {
  changed(): void;
  /** A code or token was used a second time at the same moment as the first, and its grant has ended. */
  usedTwice(): void;
}

/**
 * Records in memory, starting with `initial`; `events` are called after what they name. Expired records stay for a day,
 * because the server tells an expired token from one it never issued. The server looks whether a token was used, and
 * marks it used, in two steps; requests that arrive together could all pass the first. Marking is one step here, so a
 * second use is always seen and ends the grant.
 */
export function createStorage(initial: Entries, events: StorageEvents): Storage {
  const entries = new Map(Object.entries(initial));
  const find = (key: string): AdapterPayload | undefined => entries.get(key);
  const findIn = (name: string, test: (payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
    recordsOf(entries, name).find(test);
  const revoke = (grantId: string | undefined): void => {
    for (const [key, payload] of entries) {
      if (payload.grantId === grantId && endedWithGrant.includes(modelOf(key))) entries.delete(key);
    }
    events.changed();
  };
  return {
    records: (name) => recordsOf(entries, name),
    forget: (names, test = () => true) => {
      for (const [key, payload] of entries) if (names.includes(modelOf(key)) && test(payload)) entries.delete(key);
      events.changed();
    },
    changed: events.changed,
    entries: () => Object.fromEntries(entries),
    model: (name) => ({
      find: async (id) => find(`${name}:${id}`),
      findByUid: async (uid) => findIn(name, (payload) => payload.uid === uid),
      findByUserCode: async (userCode) => findIn(name, (payload) => payload.userCode === userCode),
      upsert: async (id, payload) => {
        if (entries.size > sweepAbove) sweep(entries);
        entries.set(`${name}:${id}`, payload);
        events.changed();
      },
      consume: async (id) => {
        const payload = find(`${name}:${id}`);
        if (!payload) throw new errors.InvalidGrant(`${name} not found`);
        if (payload.consumed !== undefined) {
          revoke(payload.grantId);
          events.usedTwice();
          throw new errors.InvalidGrant('token already used');
        }
        payload.consumed = nowSeconds();
        events.changed();
      },
      destroy: async (id) => {
        entries.delete(`${name}:${id}`);
        events.changed();
      },
      revokeByGrantId: async (grantId) => revoke(grantId),
    }),
  };
}

function recordsOf(entries: Map<string, AdapterPayload>, name: string): AdapterPayload[] {
  return [...entries].filter(([key]) => modelOf(key) === name).map(([, payload]) => payload);
}

function modelOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}

function sweep(entries: Map<string, AdapterPayload>): void {
  const before = nowSeconds() - keptAfterExpirySeconds;
  for (const [key, payload] of entries) if (payload.exp !== undefined && payload.exp < before) entries.delete(key);
}

function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
