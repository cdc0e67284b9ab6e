import type { OwnGrantState } from '../../../own-accounts/own-grant';
import { sharedIdentity, type Grant } from '../../../grants/grant';
import type { WhoSignsIn } from '../../../shared/contract';

/** With whose rights somebody reads: those that all share, their own, or none before they connect an account. */
export type Identity =
  | { kind: typeof sharedIdentity; isFallback: boolean }
  | { kind: 'own'; grant: Grant }
  | { kind: 'connect'; reason?: string };

/**
 * With whose rights a reader reads a panel, by who signs in, how their own grant stands, and whether the panel shows what
 * the shared account sees to those without one. Whoever has connected an account is never shown shared rows in its place.
 */
export function identityOf(who: WhoSignsIn, own: OwnGrantState, sharedWithoutAccount: boolean): Identity {
  if (who === 'one-account') return { kind: sharedIdentity, isFallback: false };
  if (own.state === 'ok') return { kind: 'own', grant: own.grant };
  if (own.state === 'reconnect') return { kind: 'connect', reason: own.reason };
  const isShared = who === 'each-reader-else-shared' && sharedWithoutAccount;
  return isShared ? { kind: sharedIdentity, isFallback: true } : { kind: 'connect' };
}
