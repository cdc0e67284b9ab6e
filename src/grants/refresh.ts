import { newId } from '../ids';
import { tokenSetKey } from '../keys';
import { leaseMs, leaseSlackMs, refreshNeedsMs, troublePauseMs, waitsForHolderMs } from '../limits';
import { endsGrant } from '../oauth/provider-errors';
import type { TokenAnswer } from '../oauth/token-answer';
import type { Delay, EntityStorage, Now, RemainingTime, Secrets } from '../ports';
import { Problem } from '../problem';
import { changeGrant } from './change';
import { retireAll, type Grant, type TokenSet } from './grant';
import { beingRefreshed, noRefreshToken, notAuthenticated, reconnectNeeded, tokensGone } from './grant-problems';
import { isUsable, nextTokenSet, refreshedFacts } from './token-set';

/** What refreshing asks of the rest; all of it can fail, be late or lose its reply. */
export interface RefreshPorts {
  grants: EntityStorage<Grant>;
  secrets: Secrets;
  now: Now;
  delay: Delay;
  remainingTime: RemainingTime;
  /** The authorization server, asked once, for at most 8 s. */
  ask(refreshToken: string): Promise<TokenAnswer>;
  /** Best effort: never throws. */
  revoke(tokens: TokenSet): Promise<void>;
}

export interface RefreshRequest {
  grantId: string;
  /** Name of the token set that is no longer good enough. */
  used: string;
  /** An API answered 401 to it, so it is of no use even before its stated end. */
  refused: boolean;
  /** The credentials that `ask` uses, to know whether they were refused before. */
  secretKey: string;
}

/** A token set with the name it is stored under. */
export interface HeldTokenSet {
  name: string;
  tokens: TokenSet;
}

/** What one round ends in: tokens, or the word to look again. */
type Round = HeldTokenSet | 'again';

const rounds = 24;

/**
 * A token set other than `used`, refreshed by this caller or by whoever was first: at most one refresh at a time for a
 * grant in the whole installation, and none is lost to a crash or a lost reply once its tokens are stored. The claim
 * names where the new tokens will lie before the request leaves, so whoever comes after a dead holder adopts them.
 * @throws Problem `reconnect-needed`, `not-authenticated`, `busy` (somebody else is at it, or too little time is left),
 *   and what `ask` throws if the server could not be asked
 */
export async function refresh(request: RefreshRequest, ports: RefreshPorts): Promise<HeldTokenSet> {
  const waits = [...waitsForHolderMs];
  let missing: string | undefined;
  for (let round = 0; round < rounds; round += 1) {
    const grant = requireRefreshable(await ports.grants.get(request.grantId));
    const isNewer = grant.tok !== request.used;
    if (isNewer && grant.tok === missing) throw reconnectNeeded(tokensGone);
    const result = isNewer ? await held(grant.tok, ports) : await claimAndAsk(grant, request, ports, waits);
    if (result !== 'again') return result;
    missing = isNewer ? grant.tok : undefined;
  }
  throw beingRefreshed(5000);
}

function requireRefreshable(grant: Grant | undefined): Grant {
  if (!grant || grant.state === 'none' || grant.state === 'moved') throw notAuthenticated();
  if (grant.state === 'reconnect') throw reconnectNeeded(grant.reason, grant.remoteCode);
  return grant;
}

/** The tokens of that name; `again` if they are gone, because then the grant has newer ones. */
async function held(name: string, { secrets }: RefreshPorts): Promise<Round> {
  const tokens = await secrets.get<TokenSet>(name);
  return tokens ? { name, tokens } : 'again';
}

async function claimAndAsk(
  grant: Grant,
  request: RefreshRequest,
  ports: RefreshPorts,
  waits: number[],
): Promise<Round> {
  if (isHeld(grant, ports.now())) return waitForHolder(grant, request, ports, waits);
  refuseTrouble(grant, request, ports.now());
  if (ports.remainingTime() < refreshNeedsMs) throw beingRefreshed(1000);
  const claimed = await claim(grant, request, ports);
  if (!claimed) return 'again';
  return (await adoptTried(claimed, ports)) ?? askServer(claimed, request, ports);
}

const isHeld = (grant: Grant, now: number) => grant.holder !== '' && now < grant.until + leaseSlackMs;

async function waitForHolder(
  grant: Grant,
  request: RefreshRequest,
  ports: RefreshPorts,
  waits: number[],
): Promise<Round> {
  const current = request.refused ? 'again' : await held(grant.tok, ports);
  if (current !== 'again' && isUsable(current.tokens, ports.now())) return current;
  const pause = waits.shift();
  const varied = (pause ?? 0) * (0.5 + Math.random());
  if (pause === undefined || ports.remainingTime() < varied + 2000) throw beingRefreshed(3000);
  await ports.delay(varied);
  return 'again';
}

/** The client itself was refused a moment ago; with the same credentials it would be again. */
function refuseTrouble({ trouble }: Grant, { secretKey }: RefreshRequest, now: number): void {
  if (trouble && trouble.secretKey === secretKey && now < trouble.at + troublePauseMs) {
    throw reconnectNeeded(trouble.reason, trouble.remoteCode);
  }
}

const claim = (grant: Grant, { refused }: RefreshRequest, { grants, now }: RefreshPorts): Promise<Grant | undefined> =>
  changeGrant(grants, grant, {
    holder: newId(),
    until: now() + leaseMs,
    next: tokenSetKey(grant.id, grant.rev + 1, newId()),
    tries: namesTried(grant),
    ...(refused ? { refusedAt: now() } : {}),
  });

const namesTried = (grant: Grant) => (grant.next === '' ? grant.tries : [...grant.tries, grant.next]);

/** What a dead holder had stored, newest first; `undefined` if none of them came that far. */
async function adoptTried(claimed: Grant, ports: RefreshPorts): Promise<Round | undefined> {
  for (const name of [...claimed.tries].reverse()) {
    const tokens = await ports.secrets.get<TokenSet>(name);
    if (tokens) return commit(claimed, { name, tokens }, ports);
  }
  return undefined;
}

async function askServer(claimed: Grant, request: RefreshRequest, ports: RefreshPorts): Promise<Round> {
  const old = await ports.secrets.get<TokenSet>(claimed.tok);
  if (!old) return endGrant(claimed, tokensGone, undefined, ports);
  if (old.refreshToken === undefined) return endGrant(claimed, noRefreshToken, undefined, ports);
  let answer: TokenAnswer;
  try {
    answer = await ports.ask(old.refreshToken);
  } catch (error) {
    return afterFailure(error, claimed, request, ports);
  }
  const tokens = nextTokenSet(old, answer, ports.now());
  await storeSurely(claimed.next, tokens, ports);
  return commit(claimed, { name: claimed.next, tokens }, ports);
}

/**
 * A refused grant may only mean that somebody was faster, so the names tried are looked at once more. A refused client
 * gives the lease back. Anything else lets the lease run out: the server may have rotated without our hearing of it.
 */
async function afterFailure(
  error: unknown,
  claimed: Grant,
  request: RefreshRequest,
  ports: RefreshPorts,
): Promise<Round> {
  const refusal = refusalOf(error);
  if (!refusal) throw error;
  const { message, remoteCode } = refusal;
  if (endsGrant(remoteCode)) {
    return (await adoptTried(claimed, ports)) ?? endGrant(claimed, message, remoteCode, ports);
  }
  const trouble = { at: ports.now(), reason: message, remoteCode, secretKey: request.secretKey };
  await changeGrant(ports.grants, claimed, { holder: '', next: '', trouble });
  throw reconnectNeeded(message, remoteCode);
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
async function commit(claimed: Grant, won: HeldTokenSet, ports: RefreshPorts): Promise<Round> {
  const retired = retireAll(claimed, ports.now()).filter(({ name }) => name !== won.name);
  const facts = refreshedFacts(claimed, won.tokens);
  const done = { tok: won.name, holder: '', next: '', tries: [], retired, facts, trouble: undefined };
  if (await changeGrant(ports.grants, claimed, done)) return won;
  const found = await ports.grants.get(claimed.id);
  if (found?.tok === won.name) return won;
  if (found?.epoch !== claimed.epoch) await ports.revoke(won.tokens);
  if (!found) await ports.secrets.delete(won.name);
  return 'again';
}
