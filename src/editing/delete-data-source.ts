import { forgetSecret } from '../data-sources/credentials';
import { panelsOn, type Catalog } from '../data-sources/catalog/catalog';
import type { Cataloged } from '../data-sources/catalog/entry';
import type { DataSource } from '../data-sources/data-source';
import { completed, readableDataSource } from '../data-sources/data-source-store';
import { nextReadersEpoch } from '../data-sources/readers-epoch';
import { newId } from '../ids';
import { healthKey, shownPagesKey } from '../keys';
import type { EntityStorage } from '../ports';
import { Problem } from '../shared/problem';
import { disconnect, type DisconnectServices } from '../grants/disconnect';
import { grantId } from '../grants/grant';
import type { PendingPorts } from '../grants/pending';
import { hasReaders, type ReaderCount } from '../own-accounts/reader';
import { readableGrant } from '../grants/readable-grant';

export interface DeleteServices extends PendingPorts, DisconnectServices {
  now(): number;
  catalog: Catalog;
  dataSources: EntityStorage<DataSource>;
  panels: Pick<EntityStorage<Cataloged>, 'get' | 'delete'>;
  readerCounts: EntityStorage<ReaderCount>;
}

/**
 * Deletes a data source with its tokens, secrets and panels; the names of the panels that went with it. The mark comes
 * first: from then on it serves nobody, and upkeep finishes what breaks off.
 * @throws Problem `not-found` if it is gone already, `conflict` if it was changed at the same moment, `record-newer`
 */
export async function deleteDataSource(id: string, services: DeleteServices): Promise<string[]> {
  const stored = await services.dataSources.get(id);
  if (!stored) throw new Problem('not-found', 'This data source has already been deleted.');
  readableDataSource(stored);
  readableGrant(await services.grants.get(grantId(id)));
  const readersEpoch = nextReadersEpoch(stored);
  const marked: DataSource = { ...stored, rev: stored.rev + 1, by: newId(), deleting: true, readersEpoch };
  if (!(await services.dataSources.replace(id, stored.rev, marked))) {
    throw new Problem(
      'conflict',
      'Someone else is changing this data source right now. Review the changes before you delete it.',
    );
  }
  return finishDeletion(marked, services);
}

/**
 * Does what is left of a deletion, in an order that can be begun again from the start. While readers have accounts there, the
 * record and the client's secrets stay: their tokens are revoked with them.
 */
export async function finishDeletion(marked: DataSource, services: DeleteServices): Promise<string[]> {
  const { id, credentials } = marked;
  if (await services.grants.get(grantId(id))) await disconnect(completed(marked), services);
  const deleted = await deletePanels(id, services);
  if (await hasReaders(id, services)) return deleted;
  if (credentials) await forgetSecret(credentials.secretKey, services);
  await services.storage.delete(healthKey(id));
  await services.dataSources.delete(id);
  return deleted;
}

/** Deletes the panels that stand on a data source; their names. One that has moved to another since stays. */
export async function deletePanels(
  dataSourceId: string,
  { catalog, panels, storage }: DeleteServices,
): Promise<string[]> {
  const deleted: string[] = [];
  for (const { id, name } of await panelsOn(dataSourceId, catalog)) {
    const panel = await panels.get(id);
    if (panel && (panel.settings.dataSourceId ?? dataSourceId) === dataSourceId) {
      await panels.delete(id);
      await storage.delete(shownPagesKey(id));
      deleted.push(panel.settings.name || name);
    }
  }
  return deleted;
}
