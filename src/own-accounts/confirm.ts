import { ownFingerprint, scopesOf } from '../data-sources/connection';
import { getDataSource } from '../data-sources/data-source-store';
import { whoSignsIn } from '../data-sources/who-signs-in';
import { noteOutcome } from '../grants/complete';
import { retireAll, type Grant, type TokenSet } from '../grants/grant';
import { takeOnce, type PendingPorts } from '../grants/pending';
import { roomFor } from '../grants/retired';
import { storedTokens } from '../grants/stored-tokens';
import { factsOf } from '../grants/token-set';
import { sha256 } from '../ids';
import { unconfirmedKey } from '../keys';
import type { ConfirmReply, DataSourceSettings } from '../shared/contract';
import { Problem } from '../shared/problem';
import { arrivals } from './arrive';
import { changeConnection, type ConnectionRecords, type StoredConnection } from './change-connection';
import { requireRoomOnSite } from './connect-account';
import { ownGrantId } from './own-grant';
import { changedSinceBegun, notConfirmed, signInIsOver, toldToReader } from './own-problems';
import { countOne } from './rates';
import { cohortOf, dayOf } from './reader';
import { firstLook } from './reader-dates';
import { discardUnconfirmed, openUnconfirmed, type Unconfirmed, type UnconfirmedServices } from './unconfirmed';

export type ConfirmServices = UnconfirmedServices & ConnectionRecords & PendingPorts;

/**
 * What came of the reader's answer. With yes, the tokens they have signed in for become those of their grant, in one
 * transaction with all that is known of the connection; with no, they are revoked and deleted. An answer counts once.
 * @throws Problem `not-found` (unknown, another reader's, answered or too old), `conflict` (an admin changed the
 *   connection), `forbidden` (as many connections as there can be), `busy`
 */
export async function confirm(
  { attemptId, accept }: { attemptId: string; accept: boolean },
  { accountId }: { accountId: string },
  services: ConfirmServices,
): Promise<ConfirmReply> {
  await countOne(arrivals, accountId, services);
  const unconfirmed = await openUnconfirmed(attemptId, accountId, services);
  if (!(await takeOnce(sha256(`confirm:${attemptId}`), services))) throw signInIsOver();
  const page = pageOf(unconfirmed);
  if (!accept) {
    await discardUnconfirmed(unconfirmed, services);
    await noteOutcome(unconfirmed, notConfirmed(), services);
    return { state: 'discarded', page };
  }
  await connectOrEnd(unconfirmed, services);
  await noteOutcome(unconfirmed, undefined, services);
  return { state: 'connected', page };
}

/** What is refused is over; whatever else goes wrong may have been done, and upkeep ends it if it was not. */
async function connectOrEnd(unconfirmed: Unconfirmed, services: ConfirmServices): Promise<void> {
  try {
    await connect(unconfirmed, services);
  } catch (error) {
    const told = toldToReader(error);
    if (!(told instanceof Problem)) throw error;
    await noteOutcome(unconfirmed, told, services);
    await discardUnconfirmed(unconfirmed, services);
    throw told;
  }
}

/** Where the sign-in was begun; Confluence leads on from there, whatever kind of content it is. */
const pageOf = ({ contentId }: Unconfirmed): string => `/wiki/pages/viewpage.action?pageId=${contentId}`;

async function connect(unconfirmed: Unconfirmed, services: ConfirmServices): Promise<void> {
  const { dataSourceId, accountId, fingerprint, tok } = unconfirmed;
  const dataSource = await getDataSource(dataSourceId, services.dataSources);
  const tokens = await storedTokens(tok, services.secrets);
  const isOfReaders = whoSignsIn(dataSource.settings) !== 'one-account';
  if (!tokens || !isOfReaders || ownFingerprint(dataSource) !== fingerprint) throw changedSinceBegun();
  const now = services.now();
  const reader = {
    ...{ dataSourceId, account: accountId, cohort: cohortOf(dataSource) },
    ...{ connectedAt: now, usedOn: dayOf(now), checkAt: firstLook(dataSource.settings, now) },
  };
  await changeConnection(ownGrantId(dataSourceId, accountId), services, async (stored) => {
    if (stored.grant.tok === tok) return undefined;
    if (!stored.reader) requireRoomOnSite(stored.count);
    const grant = await connectedGrant(stored, unconfirmed, { tokens, settings: dataSource.settings }, services);
    return { grant, reader, forgotten: [unconfirmedKey(unconfirmed.attemptId)] };
  });
}

/** The tokens that it replaces are deleted and not revoked: many servers end what is new with them. */
async function connectedGrant(
  { grant }: StoredConnection,
  { tok, fingerprint, issuer }: Unconfirmed,
  { tokens, settings }: { tokens: TokenSet; settings: DataSourceSettings },
  { secrets, now }: ConfirmServices,
): Promise<Partial<Grant>> {
  const { authentication } = settings;
  const askedScopes = authentication.type === 'oauth2' ? scopesOf(authentication) : [];
  return {
    ...{ tok, fingerprint, issuer },
    facts: factsOf(tokens, { authenticatedAt: now(), askedScopes }),
    state: 'ok',
    epoch: grant.epoch + 1,
    holder: '',
    next: '',
    tries: [],
    retired: await roomFor(retireAll(grant, now()), { ...grant, tok }, secrets),
    reason: undefined,
    remoteCode: undefined,
    trouble: undefined,
    refusedAt: undefined,
    learnedLifetimeMs: undefined,
  };
}
