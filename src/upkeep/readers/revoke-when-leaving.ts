import type { DataSource } from '../../data-sources/data-source';
import { listDataSources } from '../../data-sources/data-source-store';
import { changeGrant } from '../../grants/change';
import { heldTokens, letsGo, revokeAll, type DisconnectServices } from '../../grants/disconnect';
import { isReadableGrant } from '../../grants/readable-grant';
import { openCount, type ConnectionRecords } from '../../own-accounts/change-connection';
import { ownGrantOwner } from '../../own-accounts/own-grant';
import { ownReasons } from '../../own-accounts/own-reasons';
import type { Reader } from '../../own-accounts/reader';
import type { EntityStorage, PartitionedStorage } from '../../ports';
import { oneReaderMs, revokedSideBySide, revokedWhenLeaving } from '../../shared/limits';

export type LeavingServices = DisconnectServices &
  ConnectionRecords & { dataSources: EntityStorage<DataSource>; readers: PartitionedStorage<Reader>; now(): number };

/**
 * Revokes the tokens of readers for as long as there is time, those who used theirs last first, several side by side; of how many,
 * and how many are left.
 */
export async function revokeReaders(services: LeavingServices): Promise<{ revoked: number; left: number }> {
  const sources = new Map((await listDataSources(services.dataSources)).map((each) => [each.id, each]));
  const waiting = await byLastUse(services);
  const all = waiting.length;
  let revoked = 0;
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next && services.remainingTime() >= oneReaderMs; next = waiting.shift()) {
      const dataSource = sources.get(next.dataSourceId);
      if (dataSource && (await letGoOf(next, dataSource, services).catch(() => false))) revoked += 1;
    }
  };
  await Promise.all(Array.from({ length: revokedSideBySide }, work));
  return { revoked, left: all - revoked };
}

async function byLastUse({ readers, readerCounts }: LeavingServices): Promise<Reader[]> {
  const { connected } = await openCount({ readerCounts });
  const lists = Object.keys(connected).map((cohort) => readers.having('cohort', cohort, revokedWhenLeaving, true));
  const found = (await Promise.all(lists)).flat().map(({ value }) => value);
  return found.sort((a, b) => b.usedOn.localeCompare(a.usedOn)).slice(0, revokedWhenLeaving);
}

/** False where the grant holds nothing. Their readers are not counted anew: nothing runs on this site afterwards. */
async function letGoOf(reader: Reader, dataSource: DataSource, services: LeavingServices): Promise<boolean> {
  const { readerGrants } = services;
  const grant = await readerGrants.get(reader.id);
  if (!grant || !isReadableGrant(grant)) return false;
  const held = heldTokens(grant);
  if (held.names.length === 0) return false;
  const ended = { ...(await letsGo(grant, services)), state: 'reconnect' as const, reason: ownReasons.ended };
  if (!(await changeGrant(readerGrants, grant, ended))) return false;
  await revokeAll(held, ownGrantOwner(dataSource, reader.account), services);
  return true;
}
