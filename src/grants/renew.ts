import { knownCode } from '../oauth/provider-codes';
import type { TokenResponse } from '../oauth/token-response';
import { storeNeedsMs, tokenRequestNeedsMs, tokenRequestTimeoutMs, triedKeptMs } from '../shared/limits';
import { Problem } from '../shared/problem';
import { changeGrant } from './change';
import { retireAll, triesOf, type Grant, type TokenSet } from './grant';
import { withoutRefreshToken, tokensGone, tooLittleTime, troubled } from './grant-problems';
import { NothingSent, type HeldTokenSet, type RefreshPorts, type RefreshRequest, type Round } from './refresh-request';
import { roomFor } from './retired';
import { storedTokens } from './stored-tokens';
import { learnedLifetime, nextTokenSet, ownFacts, firstTokenSet, refreshedFacts, shortest } from './token-set';
import { troubleAfter } from './trouble';

/** What a dead holder had stored, or else what the server gives. */
export async function adoptOrRequest(claimed: Grant, request: RefreshRequest, ports: RefreshPorts): Promise<Round> {
  if (request.own) return requestUnderClaim(claimed, request, ports);
  const { grant, found } = await lookAtTries(claimed, ports);
  return found ? commit(grant, found, {}, ports) : requestUnderClaim(grant, request, ports);
}

/**
 * The newest token set that a dead holder had stored; and the grant without the names that hold nothing and never will,
 * because whoever claimed them is gone for certain.
 */
async function lookAtTries(
  claimed: Grant,
  { secrets, now }: RefreshPorts,
): Promise<{ grant: Grant; found: HeldTokenSet | undefined }> {
  const tries = triesOf(claimed, now());
  const stored = await Promise.all(tries.map(({ name }) => storedTokens(name, secrets)));
  const kept = tries.filter(({ at }, index) => stored[index] !== undefined || now() < at + triedKeptMs);
  const newest = stored.findLastIndex((tokens) => tokens !== undefined);
  const [tokens, tried] = [stored[newest], tries[newest]];
  return { grant: { ...claimed, tries: kept }, found: tokens && tried && { name: tried.name, tokens } };
}

/** Sends one request to the server under the claim, stores what it gives and makes it the grant's. */
async function requestUnderClaim(claimed: Grant, request: RefreshRequest, ports: RefreshPorts): Promise<Round> {
  const old = claimed.tok === '' ? undefined : await storedTokens(claimed.tok, ports.secrets);
  const make = makerOf(old, request);
  if (typeof make === 'string') return endGrant(claimed, make, undefined, ports);
  let response: TokenResponse;
  try {
    response = await ports.requestTokens(old, () => requireTimeToSend(claimed, ports));
  } catch (error) {
    return afterFailure(error, claimed, request, ports);
  }
  const now = ports.now();
  const learnedLifetimeMs = request.refused ? learnedLifetime(claimed, old, now) : claimed.learnedLifetimeMs;
  const lifetimeMs = shortest(request.assumedLifetimeMs, learnedLifetimeMs);
  const tokens = make(response, { now, lifetimeMs });
  await storeSurely(claimed.next, tokens, ports);
  const more = { learnedLifetimeMs, ...ownPatch(claimed, tokens, request) };
  const round = await commit(claimed, { name: claimed.next, tokens }, more, ports);
  await ports.common?.succeeded();
  return round;
}

/** The reads before may have been slow: a request that leaves must end within the lease, with time to store its tokens. */
function requireTimeToSend({ until }: Grant, { now, remainingTime }: RefreshPorts): void {
  const isLate = now() + tokenRequestTimeoutMs > until;
  if (isLate || remainingTime() < tokenRequestNeedsMs) throw tooLittleTime();
}

type MakeTokens = (response: TokenResponse, obtained: { now: number; lifetimeMs?: number }) => TokenSet;

/** How a token set is made of the server's response, or the reason why there is none to be had. */
function makerOf(old: TokenSet | undefined, { own }: RefreshRequest): MakeTokens | string {
  if (own) return (response, obtained) => firstTokenSet(response, { ...own, ...obtained, isOwn: true });
  if (!old) return tokensGone;
  return old.refreshToken === undefined
    ? withoutRefreshToken
    : (response, obtained) => nextTokenSet(old, response, obtained);
}

/** A client-credentials grant belongs to the connection as it is now, whatever it was before. */
function ownPatch(claimed: Grant, tokens: TokenSet, { own, fingerprint }: RefreshRequest): Partial<Grant> {
  if (!own) return {};
  const facts = ownFacts(claimed, tokens, { ...own, fingerprint });
  return { state: 'ok', fingerprint, facts, reason: undefined, remoteCode: undefined };
}

/**
 * A refused grant may only mean that somebody was faster, so the names tried are looked at once more. The lease goes
 * back at once where nothing can have rotated: nothing was sent, the server said no, or it is a client-credentials
 * grant. Anything else lets it run out: the server may have rotated without our hearing of it.
 */
async function afterFailure(
  error: unknown,
  claimed: Grant,
  request: RefreshRequest,
  ports: RefreshPorts,
): Promise<Round> {
  const cause = error instanceof NothingSent ? error.cause : error;
  const problem = cause instanceof Problem ? cause : undefined;
  const { refused, isUnsent } = problem?.details ?? {};
  if (problem && refused === 'grant' && !request.own) return adoptOrEnd(claimed, problem, ports);
  const isOver = error instanceof NothingSent || isUnsent || refused !== undefined || request.own !== undefined;
  const patch = { ...(isOver && { holder: '', next: '' }), ...troubleOf(problem, claimed, request, ports.now()) };
  if (Object.keys(patch).length > 0) await changeGrant(ports.grants, claimed, patch).catch(() => undefined);
  if (problem && 'trouble' in patch) await ports.common?.failed(claimed.id, problem, request, ports.now());
  throw problem && refused !== undefined && refused !== 'request' ? troubled(problem.message, problem.details) : cause;
}

/** Nothing where the server has no part in it, or where credentials are refused that are not stored. */
function troubleOf(
  problem: Problem | undefined,
  { trouble }: Grant,
  request: RefreshRequest,
  now: number,
): Partial<Grant> {
  if (!problem || problem.code === 'busy') return {};
  if (request.isTrial && problem.details.refused === 'client') return {};
  return { trouble: troubleAfter(trouble, problem, request, now) };
}

async function adoptOrEnd(claimed: Grant, { message, details }: Problem, ports: RefreshPorts): Promise<Round> {
  const { grant, found } = await lookAtTries(claimed, ports);
  if (found) return commit(grant, found, {}, ports);
  return endGrant(grant, message, knownCode(details.remoteCode), ports);
}

async function endGrant(
  claimed: Grant,
  reason: string,
  remoteCode: string | undefined,
  { grants }: RefreshPorts,
): Promise<Round> {
  const ended = { state: 'reconnect', reason, remoteCode, holder: '', next: '', trouble: undefined } as const;
  await changeGrant(grants, claimed, ended);
  return 'again';
}

/**
 * From here on nothing is lost: the name stands in the grant's `next`, and later in `tries`, until it is adopted. The
 * server has forgotten the old tokens, so the same write is repeated for as long as this process lives.
 */
async function storeSurely(name: string, tokens: TokenSet, ports: RefreshPorts): Promise<void> {
  const { secrets, now, delay, remainingTime } = ports;
  const deadline = now() + remainingTime() - storeNeedsMs;
  const pauses = [200, 500, 1000];
  for (;;) {
    try {
      await secrets.set(name, tokens);
      return;
    } catch (error) {
      const pause = pauses.shift() ?? 2000;
      if (now() + pause > deadline) throw error;
      await delay(pause);
    }
  }
}

/**
 * Makes the tokens those of the grant. Those of a grant that was disconnected or deleted meanwhile are revoked; after a
 * new sign-in they are not, because many servers end all grants of the account with one token.
 */
async function commit(
  claimed: Grant,
  obtained: HeldTokenSet,
  more: Partial<Grant>,
  { grants, secrets, now, revoke }: RefreshPorts,
): Promise<Round> {
  const { name, tokens } = obtained;
  const retired = retireAll(claimed, now()).filter((each) => each.name !== name);
  const room = await roomFor(retired, { ...claimed, tok: name }, secrets);
  const done = { tok: name, holder: '', next: '', tries: [], retired: room, facts: refreshedFacts(claimed, tokens) };
  if (await changeGrant(grants, claimed, { ...done, trouble: undefined, ...more })) return obtained;
  const found = await grants.get(claimed.id);
  if (found?.tok === name) return obtained;
  if (!found || found.state === 'none') await revoke(tokens);
  if (!found) await secrets.delete(name);
  return 'again';
}
