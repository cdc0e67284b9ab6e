import { panelsOn, type Catalog } from '../data-sources/catalog/catalog';
import { snapshotAsidePrefix, snapshotPrefix } from '../keys';
import type { Storage } from '../ports';

/** Deletes the rows that are kept of the panels of a data source; upkeep clears away what their heads named. */
export async function forgetSharedRows(
  dataSourceId: string,
  { catalog, storage }: { catalog: Catalog; storage: Storage },
): Promise<void> {
  for (const { id } of await panelsOn(dataSourceId, catalog)) {
    const keys = [...(await storage.keys(snapshotPrefix(id))), ...(await storage.keys(snapshotAsidePrefix(id)))];
    for (const key of keys) await storage.delete(key);
  }
}
