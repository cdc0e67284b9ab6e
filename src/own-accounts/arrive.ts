import { ownFingerprint } from '../data-sources/connection';
import type { DataSource } from '../data-sources/data-source';
import { getDataSource } from '../data-sources/data-source-store';
import { whoSignsIn } from '../data-sources/who-signs-in';
import { keepAttempt, type Attempt } from '../grants/attempt';
import { noteOutcome, redeemCode, rememberCode, rememberSecretsOf } from '../grants/complete';
import type { PendingPorts } from '../grants/pending';
import { newId } from '../ids';
import { attemptKey, tokenSetKey, unconfirmedKey } from '../keys';
import { validateCallback, type Callback } from '../oauth/callback';
import type { ArrivedAccount } from '../shared/contract';
import { arrivalsPerHour, unconfirmedMs } from '../shared/limits';
import { Problem } from '../shared/problem';
import { accountNameOf } from './account-name';
import { hostOfAuthUrl } from './auth-host';
import { takeHandback, type Handback, type OwnPending } from './hand-back';
import { ownGrantId, ownGrantOwner } from './own-grant';
import { begunBySomebodyElse, changedSinceBegun, openedBySomebodyElse, toldToReader } from './own-problems';
import { countOne, type Rate } from './rates';
import { keepUnconfirmed, unconfirmedSchema, type Unconfirmed, type UnconfirmedServices } from './unconfirmed';

export type ArriveServices = UnconfirmedServices & PendingPorts;

/** How often one reader may bring something back from a sign-in, or say what is to become of it. */
export const arrivals: Rate = {
  what: 'arrive',
  most: arrivalsPerHour,
  windowMs: 3_600_000,
  sentence: 'You have returned from sign-ins too often within an hour. Try again later.',
};

/**
 * The account that a reader has signed in to, not connected yet, for them to say whether it is theirs. The code is redeemed
 * only here, where the platform says who is logged in, and only for the one who began: somebody who followed another's link
 * has given nothing away.
 * @throws Problem `not-found` (the handle is unknown, used or too old), `forbidden` (somebody else began), `conflict` (an
 *   admin changed the connection), `connect-needed` (the service refused), `busy`, each in words for this reader
 */
export async function arrive(
  handle: string,
  { accountId }: { accountId: string },
  services: ArriveServices,
): Promise<ArrivedAccount> {
  await countOne(arrivals, accountId, services);
  const handback = await takeHandback(handle, services);
  const { pending } = handback;
  if (pending.accountId !== accountId) {
    await noteOutcome(pending, openedBySomebodyElse(), services);
    throw begunBySomebodyElse();
  }
  try {
    return await redeem(handback, services);
  } catch (error) {
    const told = toldToReader(error);
    await noteOutcome(pending, told instanceof Problem ? told : brokenOff(), services);
    throw told;
  }
}

const brokenOff = () =>
  new Problem('internal', 'The sign-in could not be completed.', { remedy: 'Connect your account again.' });

async function redeem(handback: Handback, services: ArriveServices): Promise<ArrivedAccount> {
  const { pending } = handback;
  rememberSecretsOf(pending, services);
  const callback = callbackOf(handback, services);
  const validated = validateCallback(callback, pending.client, pending.knownIssuer);
  const dataSource = await unchangedSource(pending, services);
  const unconfirmed = unconfirmedOf(pending, validated.issuer, services.now());
  await keepUnconfirmed(unconfirmed, services);
  const { tokens, accountName: said } = await redeemCode(validated, pending, services).catch(async (error: unknown) => {
    await services.storage.delete(unconfirmedKey(pending.attemptId)); // nothing lies under the name that it notes
    throw error;
  });
  const owner = ownGrantOwner(dataSource, pending.accountId);
  const accountName = await accountNameOf(said, tokens, owner, services);
  await services.secrets.set(unconfirmed.tok, { ...tokens, accountName });
  await waitForConfirmation(unconfirmed, services);
  const { name: service } = dataSource.settings;
  return { attemptId: pending.attemptId, service, host: hostOfAuthUrl(dataSource), accountName };
}

/** @throws Problem for what the service refused */
function callbackOf({ parameters, problem }: Handback, services: ArriveServices): Callback {
  if (problem) throw new Problem(problem.code, problem.message, { remoteCode: problem.remoteCode });
  const query = new URLSearchParams(parameters);
  const callback = { state: query.get('state') ?? '', parameters: query };
  rememberCode(callback, services);
  return callback;
}

/** The data source, as it was when the sign-in was begun. */
async function unchangedSource(
  { target, fingerprint }: OwnPending,
  { dataSources }: Pick<ArriveServices, 'dataSources'>,
): Promise<DataSource> {
  const dataSource = await getDataSource(target.dataSourceId, dataSources);
  const isOfReaders = whoSignsIn(dataSource.settings) !== 'one-account';
  if (!isOfReaders || ownFingerprint(dataSource) !== fingerprint) throw changedSinceBegun();
  return dataSource;
}

function unconfirmedOf(
  { attemptId, accountId, target, fingerprint, knownIssuer }: OwnPending,
  issuer: string | undefined,
  now: number,
): Unconfirmed {
  const { dataSourceId, contentId } = target;
  return {
    schema: unconfirmedSchema,
    ...{ attemptId, accountId, dataSourceId, contentId, fingerprint },
    tok: tokenSetKey(ownGrantId(dataSourceId, accountId), 0, newId()),
    issuer: issuer ?? knownIssuer,
    expiresAt: now + unconfirmedMs,
  };
}

/** The page that waits goes on waiting for the reader's yes. */
async function waitForConfirmation({ attemptId, expiresAt }: Unconfirmed, services: ArriveServices): Promise<void> {
  const attempt = await services.storage.get<Attempt>(attemptKey(attemptId));
  if (attempt) await keepAttempt({ ...attempt, expiresAt }, services);
}
