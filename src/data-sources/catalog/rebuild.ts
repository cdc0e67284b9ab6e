import type { Now } from '../../ports';
import { newlyNotedMs } from '../../shared/limits';
import { areAlike, catalogedKinds, entryOf, type CatalogedStores, type CatalogEntry, type EntryChange } from './entry';

export interface Rebuilding {
  /** What the catalog holds. */
  all(): Promise<CatalogEntry[]>;
  /** What queries find, which may be behind. */
  listed(): Promise<CatalogEntry[]>;
  change(id: string, to: EntryChange): Promise<unknown>;
  stores: CatalogedStores;
  now: Now;
}

/**
 * Reads the record of every entry and of whatever queries find, and sets right the entries that differ; how many those
 * were. Who saves at this moment has noted a newer entry, which stays.
 */
export async function rebuildCatalog(work: Rebuilding): Promise<number> {
  const seen = new Map((await work.all()).map((entry) => [entry.id, entry]));
  const named = new Map([...(await work.listed()).map((entry) => [entry.id, entry] as const), ...seen]);
  const right = new Map((await asStored([...named.values()], work)).map((entry) => [entry.id, entry]));
  const wrong = [...named.keys()].filter((id) => !isRight(seen.get(id), right.get(id), work.now()));
  for (const id of wrong) {
    await work.change(id, (current) => (current?.at === seen.get(id)?.at ? right.get(id) : current));
  }
  return wrong.length;
}

/** Of those that have a record. A damaged one no longer tells what its panel stands on. */
async function asStored(named: CatalogEntry[], { stores, now }: Rebuilding): Promise<CatalogEntry[]> {
  const found = catalogedKinds.map(async (kind) => {
    const known = new Map(named.filter((entry) => entry.kind === kind).map((entry) => [entry.id, entry]));
    const records = await stores[kind].getMany([...known.keys()]);
    return records.map(({ id, value }) => ({ ...known.get(id), ...entryOf(kind, id, value, now()) }));
  });
  return (await Promise.all(found)).flat();
}

/** Where there is no record, it may be about to be written. */
function isRight(seen: CatalogEntry | undefined, right: CatalogEntry | undefined, now: number): boolean {
  if (!seen) return right === undefined;
  return right ? areAlike(seen, right) : now - seen.at < newlyNotedMs;
}
