import { newId } from '../ids';
import { tokenSetKey } from '../keys';
import { leaseMs, refreshNeedsMs, triesCount, waitsForHolderMs } from '../shared/limits';
import { changeGrant, openGrant } from './change';
import { retireAll, triesOf, type Grant } from './grant';
import { beingRefreshed, notAuthenticated, reconnectNeeded, settingsChanged, tooLittleTime } from './grant-problems';
import { claimedAt, isAhead, isHeld } from './lease';
import { readableGrant } from './readable-grant';
import { isOf, type HeldTokenSet, type RefreshPorts, type RefreshRequest, type Round } from './refresh-request';
import { adoptOrRequest } from './renew';
import { roomFor } from './retired';
import { storedTokens } from './stored-tokens';
import { isUsable } from './token-set';
import { failedUnderLease, pausedBy } from './trouble';

const rounds = 24;

/**
 * A token set other than `used`, refreshed by this caller or by whoever was first: at most one refresh at a time for a
 * grant in the whole installation, and none is lost to a crash or a lost reply once its tokens are stored. The claim
 * names where the new tokens will lie before the request leaves, so whoever comes after a dead holder adopts them.
 * @throws Problem `reconnect-needed`, `not-authenticated`, `busy` (somebody else is at it, or too little time is left),
 *   and what `requestTokens` throws if the server could not be contacted, also while it is left alone after that
 */
export async function refresh(request: RefreshRequest, ports: RefreshPorts): Promise<HeldTokenSet> {
  const waits = [...waitsForHolderMs];
  let missing: string | undefined;
  for (let round = 0; round < rounds; round += 1) {
    const grant = await openRefreshable(request, ports);
    const isNewer = grant.tok !== request.used && grant.tok !== '' && isOf(grant, request);
    const isGone = isNewer && grant.tok === missing;
    const isGood = isNewer && !isGone;
    const result = isGood ? await held(grant.tok, ports) : await claimAndRequest(grant, request, ports, waits);
    if (result !== 'again') return result;
    missing = isNewer ? grant.tok : undefined;
  }
  throw beingRefreshed(5000);
}

async function openRefreshable(request: RefreshRequest, { grants }: RefreshPorts): Promise<Grant> {
  const { grantId, own, isByHand } = request;
  if (own) return requireOwn(await openGrant(grants, grantId), isByHand);
  const grant = readableGrant(await grants.get(grantId));
  if (!grant || grant.state === 'none' || grant.state === 'moved') throw notAuthenticated(grant);
  if (grant.fingerprint !== request.fingerprint) throw reconnectNeeded(settingsChanged);
  if (grant.state === 'reconnect') throw reconnectNeeded(grant.reason, grant.remoteCode);
  return grant;
}

/** A client gets its first tokens by itself, but not again after somebody disconnected it. */
function requireOwn(grant: Grant, isByHand: boolean): Grant {
  const isDisconnected = grant.state === 'none' && grant.epoch > 0;
  if (grant.state === 'moved' || (isDisconnected && !isByHand)) throw notAuthenticated(grant);
  return grant;
}

/** The tokens of that name; `again` if they are gone, because then the grant has newer ones. */
async function held(name: string, { secrets }: RefreshPorts): Promise<Round> {
  const tokens = await storedTokens(name, secrets);
  return tokens ? { name, tokens } : 'again';
}

async function claimAndRequest(
  grant: Grant,
  request: RefreshRequest,
  ports: RefreshPorts,
  waits: number[],
): Promise<Round> {
  const now = ports.now();
  const isTaken = isHeld(grant, now);
  const paused = isTaken ? undefined : (pausedBy(grant, request, now) ?? (await ports.common?.pausedBy(request, now)));
  const current = isTaken || paused ? await stillGood(grant, request, ports) : undefined;
  if (current) return current;
  if (isTaken) return waitForHolder(grant, ports, waits);
  if (paused) throw paused;
  if (ports.remainingTime() < refreshNeedsMs) throw tooLittleTime();
  ports.requireAllowed();
  const claimed = await claim(grant, request, ports);
  return claimed ? adoptOrRequest(claimed, request, ports) : 'again';
}

/** The tokens in use, where nothing is wrong with them but that they end soon. */
async function stillGood(
  grant: Grant,
  request: RefreshRequest,
  ports: RefreshPorts,
): Promise<HeldTokenSet | undefined> {
  const isOfUse = !request.refused && grant.tok !== '' && isOf(grant, request);
  const current = isOfUse ? await held(grant.tok, ports) : 'again';
  return current !== 'again' && isUsable(current.tokens, ports.now()) ? current : undefined;
}

/**
 * Whoever waits is told at once if the holder has failed, because then the lease only runs out. One that was claimed in
 * the future, by a clock that went back since, begins anew: its holder may be at work, but not for longer than others.
 */
async function waitForHolder(grant: Grant, ports: RefreshPorts, waits: number[]): Promise<Round> {
  const now = ports.now();
  if (isAhead(claimedAt(grant), now)) {
    await changeGrant(ports.grants, grant, { until: now + leaseMs });
    return 'again';
  }
  const failed = failedUnderLease(grant, now);
  if (failed) throw failed;
  const pause = waits.shift();
  const varied = (pause ?? 0) * (0.5 + Math.random());
  if (pause === undefined || ports.remainingTime() < varied + 2000) throw beingRefreshed(3000);
  await ports.delay(varied);
  return 'again';
}

/** The record as it is held by this caller, with the name for the new tokens; `undefined` if somebody was faster. */
async function claim(grant: Grant, request: RefreshRequest, ports: RefreshPorts): Promise<Grant | undefined> {
  const { grants, now } = ports;
  return changeGrant(grants, grant, {
    ...(request.own ? await withoutTries(grant, ports) : { tries: triesWithNext(grant, now()) }),
    holder: newId(),
    until: now() + leaseMs,
    next: tokenSetKey(grant.id, grant.rev + 1, newId()),
    ...(request.refused ? { refusedAt: now() } : {}),
  });
}

/** What a dead holder got for the client itself is never adopted: it may be of other settings. */
async function withoutTries(grant: Grant, { secrets, now }: RefreshPorts): Promise<Partial<Grant>> {
  const retired = retireAll({ ...grant, tok: '' }, now());
  return { tries: [], retired: await roomFor(retired, { ...grant, tries: [], next: '' }, secrets) };
}

function triesWithNext(grant: Grant, now: number): Grant['tries'] {
  const { next } = grant;
  const tries = triesOf(grant, now);
  return next === '' ? tries : [...tries, { name: next, at: claimedAt(grant) }].slice(-triesCount);
}
