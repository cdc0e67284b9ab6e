import type { DataSource } from '../data-sources/data-source';
import { completed, isReadable, listDataSources } from '../data-sources/data-source-store';
import type { Grant } from '../grants/grant';
import { isSameClient } from '../grants/let-go';
import { revokeTokens, type RevokeServices } from '../grants/revoke-tokens';
import { storedTokens } from '../grants/stored-tokens';
import { isId } from '../ids';
import { unconfirmedKey, unconfirmedPrefix } from '../keys';
import type { EntityStorage, Storage } from '../ports';
import { ownGrantId, ownGrantOwner } from './own-grant';
import { signInIsOver } from './own-problems';

export const unconfirmedSchema = 1;

/** An account that its reader signed in to, until they have said whether to connect it. Names its tokens, which may not be stored yet. */
export interface Unconfirmed {
  schema: number;
  attemptId: string;
  accountId: string;
  dataSourceId: string;
  /** Name of the token set. */
  tok: string;
  /** As it was when the sign-in was begun. */
  fingerprint: string;
  issuer?: string;
  contentId: string;
  /** Checked by whoever reads it; the record stays until its tokens are deleted. */
  expiresAt: number;
}

export interface UnconfirmedServices extends RevokeServices {
  storage: Storage;
  dataSources: EntityStorage<DataSource>;
  readerGrants: EntityStorage<Grant>;
}

export const keepUnconfirmed = (unconfirmed: Unconfirmed, { storage }: { storage: Storage }): Promise<void> =>
  storage.set(unconfirmedKey(unconfirmed.attemptId), unconfirmed);

/**
 * The account's own one of that attempt.
 * @throws Problem `not-found`, also for another account's and after ten minutes
 */
export async function openUnconfirmed(
  attemptId: string,
  accountId: string,
  { storage, now }: Pick<UnconfirmedServices, 'storage' | 'now'>,
): Promise<Unconfirmed> {
  const found = isId(attemptId) ? await storage.get<Unconfirmed>(unconfirmedKey(attemptId)) : undefined;
  if (found?.schema !== unconfirmedSchema || found.accountId !== accountId || now() >= found.expiresAt) {
    throw signInIsOver();
  }
  return found;
}

/**
 * Ends what nobody has said yes to: its tokens are deleted, and revoked unless that could end a connection of the same reader,
 * because many servers end all that an account gave to a client with one token.
 */
export async function discardUnconfirmed(unconfirmed: Unconfirmed, services: UnconfirmedServices): Promise<void> {
  const { attemptId, accountId, dataSourceId, tok } = unconfirmed;
  const grant = await services.readerGrants.get(ownGrantId(dataSourceId, accountId));
  if (grant?.tok !== tok) await endTokens(unconfirmed, services);
  await services.storage.delete(unconfirmedKey(attemptId));
}

async function endTokens({ accountId, dataSourceId, tok }: Unconfirmed, services: UnconfirmedServices): Promise<void> {
  const tokens = await storedTokens(tok, services.secrets);
  const found = await services.dataSources.get(dataSourceId);
  if (tokens && found && isReadable(found) && !(await hasLiveKin(completed(found), accountId, services))) {
    await revokeTokens(ownGrantOwner(completed(found), accountId), tokens, services);
  }
  await services.secrets.delete(tok);
}

/** Whether the reader has a live grant of the same client, here or at another data source. */
async function hasLiveKin(
  dataSource: DataSource,
  accountId: string,
  { dataSources, readerGrants }: Pick<UnconfirmedServices, 'dataSources' | 'readerGrants'>,
): Promise<boolean> {
  const others = (await listDataSources(dataSources)).filter(({ settings }) =>
    isSameClient(settings, dataSource.settings),
  );
  const ids = [dataSource, ...others].map(({ id }) => ownGrantId(id, accountId));
  return (await readerGrants.getMany([...new Set(ids)])).some(({ value }) => value.state === 'ok');
}

/** Ends those whose time is over; how many. */
export async function discardOldUnconfirmed(services: UnconfirmedServices): Promise<number> {
  const listed = await services.storage.list<Unconfirmed>(unconfirmedPrefix);
  const over = listed.filter(({ value }) => services.now() >= value.expiresAt && value.schema === unconfirmedSchema);
  for (const { value } of over) await discardUnconfirmed(value, services);
  return over.length;
}
