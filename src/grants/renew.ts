import { endsGrant } from '../oauth/provider-errors';
import type { TokenAnswer } from '../oauth/token-answer';
import { Problem } from '../shared/problem';
import { changeGrant } from './change';
import { retireAll, type Grant, type TokenSet } from './grant';
import { withoutRefreshToken, tokensGone, troubled } from './grant-problems';
import type { HeldTokenSet, RefreshPorts, RefreshRequest, Round } from './refresh-request';
import { learnedLifetime, nextTokenSet, ownFacts, firstTokenSet, refreshedFacts, shortest } from './token-set';

/** What a dead holder had stored, newest first; `undefined` if none of them came that far. */
export async function adoptTried(claimed: Grant, ports: RefreshPorts): Promise<Round | undefined> {
  for (const name of [...claimed.tries].reverse()) {
    const tokens = await ports.secrets.get<TokenSet>(name);
    if (tokens) return commit(claimed, { name, tokens }, {}, ports);
  }
  return undefined;
}

/** Asks the server once under the claim, stores what it gives and makes it the grant's. */
export async function askServer(claimed: Grant, request: RefreshRequest, ports: RefreshPorts): Promise<Round> {
  const old = claimed.tok === '' ? undefined : await ports.secrets.get<TokenSet>(claimed.tok);
  const make = makerOf(old, request);
  if (typeof make === 'string') return endGrant(claimed, make, undefined, ports);
  let answer: TokenAnswer;
  try {
    answer = await ports.ask(old);
  } catch (error) {
    return afterFailure(error, claimed, request, ports);
  }
  const now = ports.now();
  const learnedLifetimeMs = request.refused ? learnedLifetime(claimed, old, now) : claimed.learnedLifetimeMs;
  const lifetimeMs = shortest(request.assumedLifetimeMs, learnedLifetimeMs);
  const tokens = make(answer, { now, lifetimeMs });
  await storeSurely(claimed.next, tokens, ports);
  return commit(
    claimed,
    { name: claimed.next, tokens },
    { learnedLifetimeMs, ...ownPatch(claimed, tokens, request) },
    ports,
  );
}

type MakeTokens = (answer: TokenAnswer, won: { now: number; lifetimeMs?: number }) => TokenSet;

/** How a token set is made of the server's answer, or the reason why there is none to be had. */
function makerOf(old: TokenSet | undefined, { own }: RefreshRequest): MakeTokens | string {
  if (own) return (answer, won) => firstTokenSet(answer, { ...own, ...won, isOwn: true });
  if (!old) return tokensGone;
  return old.refreshToken === undefined ? withoutRefreshToken : (answer, won) => nextTokenSet(old, answer, won);
}

/** A client's own grant belongs to the connection as it is now, whatever it was before. */
function ownPatch(claimed: Grant, tokens: TokenSet, { own }: RefreshRequest): Partial<Grant> {
  if (!own) return {};
  const facts = ownFacts(claimed, tokens, own);
  return { state: 'ok', fingerprint: own.fingerprint, facts, reason: undefined, remoteCode: undefined };
}

/**
 * A refused grant may only mean that somebody was faster, so the names tried are looked at once more. A refused client
 * gives the lease back. Anything else lets the lease run out: the server may have rotated without our hearing of it.
 * Where nothing rotates, the lease goes back at once.
 */
async function afterFailure(
  error: unknown,
  claimed: Grant,
  { secretKey, own }: RefreshRequest,
  ports: RefreshPorts,
): Promise<Round> {
  const refusal = refusalOf(error);
  if (!refusal) {
    if (own) await changeGrant(ports.grants, claimed, { holder: '', next: '' });
    throw error;
  }
  const { message, remoteCode } = refusal;
  if (endsGrant(remoteCode) && !own) {
    return (await adoptTried(claimed, ports)) ?? endGrant(claimed, message, remoteCode, ports);
  }
  const trouble = { at: ports.now(), reason: message, remoteCode, secretKey };
  await changeGrant(ports.grants, claimed, { holder: '', next: '', trouble });
  throw troubled(message, remoteCode);
}

/** The server's own word, if it understood the request and said no. */
function refusalOf(error: unknown): { message: string; remoteCode: string } | undefined {
  if (!(error instanceof Problem)) return undefined;
  const { remoteCode, status = 0 } = error.details;
  const isRefusal = remoteCode !== undefined && status >= 400 && status < 500 && status !== 429;
  return isRefusal ? { message: error.message, remoteCode } : undefined;
}

async function endGrant(
  claimed: Grant,
  reason: string,
  remoteCode: string | undefined,
  { grants }: RefreshPorts,
): Promise<Round> {
  await changeGrant(grants, claimed, { state: 'reconnect', reason, remoteCode, holder: '', next: '' });
  return 'again';
}

/** From here on nothing is lost: the name stands in the grant's `next`, and later in `tries`, until it is adopted. */
async function storeSurely(
  name: string,
  tokens: TokenSet,
  { secrets, delay, remainingTime }: RefreshPorts,
): Promise<void> {
  const pauses = [200, 500, 1000, 2000];
  for (;;) {
    try {
      await secrets.set(name, tokens);
      return;
    } catch (error) {
      const pause = pauses.shift();
      if (pause === undefined || remainingTime() < pause + 1000) throw error;
      await delay(pause);
    }
  }
}

/** Makes the tokens those of the grant. Tokens of a grant that was replaced or disconnected meanwhile are revoked. */
async function commit(claimed: Grant, won: HeldTokenSet, more: Partial<Grant>, ports: RefreshPorts): Promise<Round> {
  const retired = retireAll(claimed, ports.now()).filter(({ name }) => name !== won.name);
  const facts = refreshedFacts(claimed, won.tokens);
  const done = { tok: won.name, holder: '', next: '', tries: [], retired, facts, trouble: undefined, ...more };
  if (await changeGrant(ports.grants, claimed, done)) return won;
  const found = await ports.grants.get(claimed.id);
  if (found?.tok === won.name) return won;
  if (found?.epoch !== claimed.epoch) await ports.revoke(won.tokens);
  if (!found) await ports.secrets.delete(won.name);
  return 'again';
}
