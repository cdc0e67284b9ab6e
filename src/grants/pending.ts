import type { Receivers } from '../data-sources/receivers';
import { newId, sha256 } from '../ids';
import { pendingIndexKey, pendingKey, spentKey } from '../keys';
import { pendingMs, pendingPerAccount, spentKeptMs } from '../shared/limits';
import type { OAuthClient } from '../oauth/client';
import { invalidCallback } from '../oauth/invalid-callback';
import type { Now, Secrets, Storage } from '../ports';

export const pendingSchema = 2;

/** Where an obtained grant goes: to a draft, or at once to a stored data source whose form was unchanged. */
export type SharedTarget = { kind: 'draft'; draftId: string } | { kind: 'live'; dataSourceId: string };

/** A grant of the account itself, which never comes of a callback alone. */
export interface OwnTarget {
  kind: 'own';
  dataSourceId: string;
  /** The page in Confluence where the sign-in ends, on the site that it was begun on. */
  landing: string;
  /** Where it was begun. */
  contentId: string;
}

export type GrantTarget = SharedTarget | OwnTarget;

/**
 * One flow between click and callback: a frozen copy of all that the callback needs, so that nothing changed meanwhile
 * can lead a code or a secret elsewhere.
 */
export interface PendingAuthorization {
  schema: number;
  attemptId: string;
  accountId: string;
  target: GrantTarget;
  client: OAuthClient;
  redirectUri: string;
  codeVerifier: string;
  /** What an ID token must repeat; absent where none was requested. */
  nonce?: string;
  /** Origins that the obtained tokens may be sent to. */
  origins: string[];
  receivers?: Receivers;
  fingerprint: string;
  /** How long an access token is taken to live where the server does not say. */
  lifetimeMs?: number;
  /** What the server must call itself: as it has announced, or as it once did. */
  knownIssuer?: string;
  expiresAt: number;
}

/** The line that an account's index has for each of its pending authorizations. */
interface PendingEntry {
  attemptId: string;
  stateHash: string;
  target: string;
  expiresAt: number;
}

export interface PendingPorts {
  storage: Storage;
  secrets: Secrets;
  now: Now;
}

const seconds = (milliseconds: number) => Math.ceil(milliseconds / 1000);

/**
 * Stores the flow under the hash of its state, for one use within ten minutes. An older attempt of the account for the
 * same target is voided, and so is the oldest beyond five.
 */
export async function keepPending(state: string, pending: PendingAuthorization, ports: PendingPorts): Promise<void> {
  const { storage, secrets, now } = ports;
  const entry = entryOf(sha256(state), pending);
  const before = await pendingOf(pending.accountId, ports);
  const others = before.filter(({ target, expiresAt }) => target !== entry.target && now() < expiresAt);
  const kept = [...others, entry].slice(-pendingPerAccount);
  await storage.set(pendingIndexKey(pending.accountId), kept, { ttlSeconds: seconds(2 * pendingMs) });
  await secrets.set(pendingKey(entry.stateHash), pending, { ttlSeconds: seconds(pendingMs) });
  const voided = before.filter((each) => !kept.some(({ stateHash }) => stateHash === each.stateHash));
  await Promise.all(voided.map(({ stateHash }) => secrets.delete(pendingKey(stateHash))));
}

const entryOf = (stateHash: string, { attemptId, target, expiresAt }: PendingAuthorization): PendingEntry => ({
  attemptId,
  stateHash,
  target: targetName(target),
  expiresAt,
});

/** Those of one name replace each other: an admin's own account is another one than that of their data source. */
function targetName(target: GrantTarget): string {
  if (target.kind === 'draft') return target.draftId;
  return target.kind === 'own' ? `own:${target.dataSourceId}` : target.dataSourceId;
}

async function pendingOf(accountId: string, { storage }: PendingPorts): Promise<PendingEntry[]> {
  const found = await storage.get<unknown>(pendingIndexKey(accountId));
  return Array.isArray(found) ? (found as PendingEntry[]) : [];
}

/**
 * The flow of that state, which nobody can have again.
 * @throws Problem `callback-invalid` for a state that is unknown, taken, voided or older than ten minutes
 */
export async function takePending(state: string, ports: PendingPorts): Promise<PendingAuthorization> {
  const stateHash = sha256(state);
  const pending = await ports.secrets.get<PendingAuthorization>(pendingKey(stateHash));
  if (!pending || pending.schema !== pendingSchema)
    throw invalidCallback('It has already been used, or it is unknown.');
  if (ports.now() >= pending.expiresAt) throw invalidCallback('It was started more than ten minutes ago.');
  if (!(await takeOnce(stateHash, ports))) throw invalidCallback('It has already been used.');
  await ports.secrets.delete(pendingKey(stateHash));
  const entries = await pendingOf(pending.accountId, ports);
  if (!entries.some((entry) => entry.stateHash === stateHash))
    throw invalidCallback('A newer attempt has replaced it.');
  return pending;
}

/**
 * True for one caller alone. Reading and deleting would let two callbacks of the same moment both read, so the taker is
 * whoever first writes the mark that the hash is spent; a write without a reply is settled by reading whose mark it is.
 */
export async function takeOnce(hash: string, { storage }: Pick<PendingPorts, 'storage'>): Promise<boolean> {
  const key = spentKey(hash);
  const nonce = newId();
  try {
    return await storage.create(key, nonce, { ttlSeconds: seconds(spentKeptMs) });
  } catch {
    return (await storage.get<string>(key)) === nonce;
  }
}
