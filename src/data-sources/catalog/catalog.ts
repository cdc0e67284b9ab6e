import type { EntityStorage, Now } from '../../ports';
import {
  catalogedKinds,
  entryOf,
  type CatalogedKind,
  type CatalogedStores,
  type CatalogEntry,
  type EntryChange,
} from './entry';
import { changeEntry, openPages, type CatalogPage } from './pages';
import { rebuildCatalog } from './rebuild';

/**
 * All data sources and panels, for whoever must know what was saved a moment ago: queries lag behind writes, and reads by
 * key do not. An entry is written before its record and deleted after it, so the catalog may name what is not there, but
 * never lacks what is.
 */
export interface Catalog {
  /** Every entry of that kind, in no order; empty if there is none. */
  entries(kind: CatalogedKind): Promise<CatalogEntry[]>;
  /**
   * Puts what `to` makes of the entry of that id in its place. False if that is the same one, and nothing is written.
   * @throws Problem `busy` if others are always faster
   */
  change(id: string, to: EntryChange): Promise<boolean>;
  /** Sets right what a broken-off write left wrong; how many entries that were. */
  rebuild(): Promise<number>;
}

/** The catalog of what is in the stores, kept in the pages. */
export function createCatalog(pages: EntityStorage<CatalogPage>, stores: CatalogedStores, now: Now): Catalog {
  const listed = async () => (await Promise.all(catalogedKinds.map((kind) => listedOf(kind, stores, now)))).flat();
  const place = { pages, listed };
  const all = async () => (await openPages(place)).flatMap(({ entries }) => entries);
  const change: Catalog['change'] = (id, to) => changeEntry(id, to, place);
  return {
    entries: async (kind) => (await all()).filter((entry) => entry.kind === kind),
    change,
    rebuild: () => rebuildCatalog({ all, listed, change, stores, now }),
  };
}

async function listedOf(kind: CatalogedKind, stores: CatalogedStores, now: Now): Promise<CatalogEntry[]> {
  return (await stores[kind].list()).map(({ id, value }) => entryOf(kind, id, value, now()));
}

/** The panels that stand on the data source, by name; empty if there are none. */
export async function panelsOn(dataSourceId: string, catalog: Pick<Catalog, 'entries'>): Promise<CatalogEntry[]> {
  const panels = await catalog.entries('panel');
  return panels.filter((entry) => entry.dataSourceId === dataSourceId).sort((a, b) => a.name.localeCompare(b.name));
}
