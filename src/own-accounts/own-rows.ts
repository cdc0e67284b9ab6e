import { ownRowsPrefix } from '../keys';
import type { Storage } from '../ports';

const deletedSideBySide = 20;

/** Deletes all rows that are kept of the reader's own accounts: of all data sources, of one, or of one panel. */
export async function deleteOwnRows(
  { accountId, dataSourceId, panelId }: { accountId: string; dataSourceId?: string; panelId?: string },
  storage: Pick<Storage, 'keys' | 'delete'>,
): Promise<void> {
  const keys = await storage.keys(ownRowsPrefix(accountId, dataSourceId, panelId));
  for (let from = 0; from < keys.length; from += deletedSideBySide) {
    await Promise.all(keys.slice(from, from + deletedSideBySide).map((key) => storage.delete(key)));
  }
}
