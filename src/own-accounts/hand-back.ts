import { randomBytes } from 'node:crypto';
import type { TakenCallback } from '../grants/complete';
import { takeOnce, type OwnTarget, type PendingAuthorization, type PendingPorts } from '../grants/pending';
import { sha256 } from '../ids';
import { handbackKey } from '../keys';
import { knownCode } from '../oauth/provider-codes';
import { validateCallback } from '../oauth/callback';
import { handbackMs } from '../shared/limits';
import { Problem, type ProblemCode } from '../shared/problem';
import { signInIsOver } from './own-problems';

/** A flow whose grant is to be a reader's own. */
export type OwnPending = PendingAuthorization & { target: OwnTarget };

export interface OwnCallback extends TakenCallback {
  pending: OwnPending;
}

/** What came back from the service, kept until the one who began brings its handle to Confluence. */
export interface Handback {
  pending: OwnPending;
  /** The callback's parameters, with the code; absent where the service granted nothing. */
  parameters?: [string, string][];
  problem?: { code: ProblemCode; message: string; remoteCode?: string };
  expiresAt: number;
}

export const isOwnCallback = (taken: TakenCallback): taken is OwnCallback => taken.pending.target.kind === 'own';

/**
 * The address that the browser is sent to: *My connections*, with a handle of 256 random bits that is good for one use within
 * five minutes. Nothing is redeemed here, because nothing says whose browser this is; what the service refused goes the same
 * way. Nothing of it is noted for whoever began, either.
 */
export async function handBack({ callback, pending }: OwnCallback, ports: PendingPorts): Promise<string> {
  const handle = randomBytes(32).toString('base64url');
  const handback: Handback = { pending, ...outcomeOf({ callback, pending }), expiresAt: ports.now() + handbackMs };
  await ports.secrets.set(handbackKey(sha256(handle)), handback, { ttlSeconds: handbackMs / 1000 });
  return `${pending.target.landing}?c=${handle}`;
}

function outcomeOf({ callback, pending }: OwnCallback): Pick<Handback, 'parameters' | 'problem'> {
  try {
    validateCallback(callback, pending.client, pending.knownIssuer);
    return { parameters: [...callback.parameters] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, message, details } = error;
    return { problem: { code, message, remoteCode: knownCode(details.remoteCode) } };
  }
}

/**
 * What was handed back under that handle, which nobody can have again.
 * @throws Problem `not-found` for a handle that is unknown, taken or older than five minutes
 */
export async function takeHandback(handle: string, ports: PendingPorts): Promise<Handback> {
  const hash = sha256(handle);
  const key = handbackKey(hash);
  const found = await ports.secrets.get<Handback>(key);
  if (!found || ports.now() >= found.expiresAt || !(await takeOnce(hash, ports))) throw signInIsOver();
  await ports.secrets.delete(key);
  return found;
}
