import type { DataSource } from '../data-sources/data-source';
import { completed, isReadable } from '../data-sources/data-source-store';
import { storedTokens } from '../grants/stored-tokens';
import type { EntityStorage, PartitionedStorage, Secrets } from '../ports';
import type { OwnConnection } from '../shared/contract';
import { connectionsPerReader } from '../shared/limits';
import { hostOfAuthUrl } from './auth-host';
import { ownGrantState, type OwnGrantPorts } from './own-grant';
import type { Reader } from './reader';

export interface ConnectionsServices extends OwnGrantPorts {
  readers: PartitionedStorage<Reader>;
  dataSources: EntityStorage<DataSource>;
  secrets: Secrets;
}

/** The accounts that the reader has connected, by the name of the service; may miss one connected moments ago. */
export async function myConnections(
  { accountId }: { accountId: string },
  services: ConnectionsServices,
): Promise<OwnConnection[]> {
  const listed = await services.readers.having('account', accountId, 2 * connectionsPerReader);
  const all = await Promise.all(listed.map(({ id }) => connectionOf(id, accountId, services)));
  return all.filter((each) => each !== undefined).sort((a, b) => a.service.localeCompare(b.service));
}

/** A query only proposes: the record is read again, and must be this reader's. */
async function connectionOf(
  id: string,
  accountId: string,
  services: ConnectionsServices,
): Promise<OwnConnection | undefined> {
  const reader = await services.readers.get(id);
  const found = reader?.account === accountId ? await services.dataSources.get(reader.dataSourceId) : undefined;
  if (!reader || !found || found.deleting || !isReadable(found)) return undefined;
  const dataSource = completed(found);
  const state = await ownGrantState(dataSource, accountId, services);
  if (state.state === 'none') return undefined;
  const { connectedAt, usedOn, dataSourceId } = reader;
  const known = {
    dataSourceId,
    service: dataSource.settings.name,
    host: hostOfAuthUrl(dataSource),
    connectedAt,
    usedOn,
  };
  if (state.state === 'reconnect') return { ...known, state: 'reconnect', reason: state.reason };
  const tokens = await storedTokens(state.grant.tok, services.secrets);
  return { ...known, state: 'connected', accountName: tokens?.accountName };
}
