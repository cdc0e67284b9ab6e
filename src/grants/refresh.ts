import { newId } from '../ids';
import { tokenSetKey } from '../keys';
import { leaseMs, leaseSlackMs, refreshNeedsMs, troublePauseMs, waitsForHolderMs } from '../shared/limits';
import type { TokenSet } from './grant';
import { changeGrant, openGrant } from './change';
import type { Grant } from './grant';
import { beingRefreshed, notAuthenticated, reconnectNeeded, tokensGone, troubled } from './grant-problems';
import { readableGrant } from './readable-grant';
import { isOf, type HeldTokenSet, type RefreshPorts, type RefreshRequest, type Round } from './refresh-request';
import { adoptTried, askServer } from './renew';
import { isUsable } from './token-set';

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
    const grant = await openRefreshable(request, ports);
    const isNewer = grant.tok !== request.used && grant.tok !== '' && isOf(grant, request.own);
    const isGone = isNewer && grant.tok === missing;
    if (isGone && !request.own) throw reconnectNeeded(tokensGone);
    const isGood = isNewer && !isGone;
    const result = isGood ? await held(grant.tok, ports) : await claimAndAsk(grant, request, ports, waits);
    if (result !== 'again') return result;
    missing = isNewer ? grant.tok : undefined;
  }
  throw beingRefreshed(5000);
}

async function openRefreshable({ grantId, own }: RefreshRequest, { grants }: RefreshPorts): Promise<Grant> {
  if (own) return requireOwn(await openGrant(grants, grantId), own.isAsked);
  const grant = readableGrant(await grants.get(grantId));
  if (!grant || grant.state === 'none' || grant.state === 'moved') throw notAuthenticated(grant);
  if (grant.state === 'reconnect') throw reconnectNeeded(grant.reason, grant.remoteCode);
  return grant;
}

/** A client wins its first tokens by itself, but not again after somebody disconnected it. */
function requireOwn(grant: Grant, isAsked: boolean): Grant {
  const isDisconnected = grant.state === 'none' && grant.epoch > 0;
  if (grant.state === 'moved' || (isDisconnected && !isAsked)) throw notAuthenticated(grant);
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
  const adopted = request.own ? undefined : await adoptTried(claimed, ports);
  return adopted ?? askServer(claimed, request, ports);
}

const isHeld = (grant: Grant, now: number) => grant.holder !== '' && now < grant.until + leaseSlackMs;

async function waitForHolder(
  grant: Grant,
  request: RefreshRequest,
  ports: RefreshPorts,
  waits: number[],
): Promise<Round> {
  const isOfUse = !request.refused && grant.tok !== '' && isOf(grant, request.own);
  const current = isOfUse ? await held(grant.tok, ports) : 'again';
  if (current !== 'again' && isUsable(current.tokens, ports.now())) return current;
  const pause = waits.shift();
  const varied = (pause ?? 0) * (0.5 + Math.random());
  if (pause === undefined || ports.remainingTime() < varied + 2000) throw beingRefreshed(3000);
  await ports.delay(varied);
  return 'again';
}

/** The client itself was refused a moment ago; with the same credentials it would be again. */
function refuseTrouble({ trouble }: Grant, { secretKey, own }: RefreshRequest, now: number): void {
  if (own?.isAsked || trouble?.secretKey !== secretKey || now >= trouble.at + troublePauseMs) return;
  throw troubled(trouble.reason, trouble.remoteCode);
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
