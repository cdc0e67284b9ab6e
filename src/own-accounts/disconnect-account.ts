import type { DataSource } from '../data-sources/data-source';
import { completed, isReadable } from '../data-sources/data-source-store';
import { heldTokens, letsGo, nothingHeld, revokeAll } from '../grants/disconnect';
import type { Grant } from '../grants/grant';
import { deleteAll } from '../grants/retired';
import type { RevokeServices } from '../grants/revoke-tokens';
import type { EntityStorage, Storage } from '../ports';
import type { DisconnectReply } from '../shared/contract';
import { changeConnection, type ConnectionRecords } from './change-connection';
import { ownGrantId, ownGrantOwner } from './own-grant';
import { deleteOwnRows } from './own-rows';
import { endedCohort, nextCheck, type Reader } from './reader';

export interface EndServices extends RevokeServices, ConnectionRecords {
  storage: Storage;
  dataSources: EntityStorage<DataSource>;
  now(): number;
}

/**
 * What came of a reader's own act to disconnect their account: from the first write on nobody uses it, then the service is
 * told. Where nothing is connected, nothing is done. It works for data sources that the reader cannot see any more.
 * @throws Problem `busy`
 */
export async function disconnectAccount(
  dataSourceId: string,
  { accountId }: { accountId: string },
  services: EndServices,
): Promise<DisconnectReply> {
  return { revoked: await endConnection({ dataSourceId, accountId }, undefined, services) };
}

/**
 * Ends the connection and deletes its rows. With a reason, somebody else than the reader ends it, so the reader is told, and
 * does not get the rows of the shared account in its place.
 */
export async function endConnection(
  { dataSourceId, accountId }: { dataSourceId: string; accountId: string },
  reason: string | undefined,
  services: EndServices,
): Promise<DisconnectReply['revoked']> {
  await deleteOwnRows({ accountId, dataSourceId }, services.storage);
  let held = nothingHeld;
  const grant = await changeConnection(
    ownGrantId(dataSourceId, accountId),
    services,
    async ({ grant: found, reader }) => {
      held = heldTokens(found);
      if (!reader && held.names.length === 0 && found.state === 'none') return undefined;
      return reason === undefined
        ? { grant: await letsGo(found, services) }
        : {
            grant: { ...(await letsGo(found, services)), state: 'reconnect', reason },
            reader: toldReader(reader, services),
          };
    },
  );
  await deleteOwnRows({ accountId, dataSourceId }, services.storage); // what was under way may have kept some
  return endTokens(held, { grant, dataSourceId, accountId }, services);
}

const toldReader = (reader: Reader | undefined, { now }: EndServices) =>
  reader && { ...reader, cohort: endedCohort(reader.dataSourceId), checkAt: nextCheck(now()) };

/** Tells the service, as far as its data source is still there, and deletes what the grant named. */
async function endTokens(
  held: ReturnType<typeof heldTokens>,
  { grant, dataSourceId, accountId }: { grant: Grant | undefined; dataSourceId: string; accountId: string },
  services: EndServices,
): Promise<DisconnectReply['revoked']> {
  const found = await services.dataSources.get(dataSourceId);
  const owner = found && isReadable(found) ? ownGrantOwner(completed(found), accountId) : undefined;
  const revocation = owner && (await revokeAll(held, owner, services));
  const retired = grant?.retired.map(({ name }) => name) ?? [];
  await deleteAll(retired, services.secrets);
  return revocation?.outcome ?? 'no-address';
}
