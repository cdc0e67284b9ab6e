import type { EntityStorage, Revisioned } from '../../ports';

export const catalogedKinds = ['data-source', 'panel'] as const;
export type CatalogedKind = (typeof catalogedKinds)[number];

/** What becomes of an entry, or of none. */
export type EntryChange = (current: CatalogEntry | undefined) => CatalogEntry | undefined;

/** A data source or a panel as the catalog knows it. */
export interface CatalogEntry {
  id: string;
  kind: CatalogedKind;
  name: string;
  /** Of a panel: the data source that it stands on. */
  dataSourceId?: string;
  /** When it was noted last, in milliseconds since the epoch. */
  at: number;
}

/** A record that stands in the catalog. */
export interface Cataloged extends Revisioned {
  settings: { name: string; dataSourceId?: string };
}

/** The records that stand in the catalog, with lists that lag behind. */
export type CatalogedStores = Record<CatalogedKind, Pick<EntityStorage<Cataloged>, 'getMany' | 'list'>>;

/** What the catalog says of a record. */
export function entryOf(kind: CatalogedKind, id: string, { settings }: Cataloged, at: number): CatalogEntry {
  const { name, dataSourceId } = settings;
  return { id, kind, name, ...(dataSourceId === undefined ? {} : { dataSourceId }), at };
}

/** Whether both say the same of a record. */
export const areAlike = (one: CatalogEntry, other: CatalogEntry): boolean =>
  one.name === other.name && one.dataSourceId === other.dataSourceId;
