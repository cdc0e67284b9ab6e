import type { EntityChange, EntityStorage, EntityWrite, Now, Transact } from '../../ports';
import { catalogContenders } from '../../shared/limits';
import type { Catalog } from './catalog';
import { areAlike, entryOf, type Cataloged, type CatalogedKind } from './entry';

/** The stores whose records stand in the catalog, and what changes several records at once. */
export interface CatalogedPorts<DataSource extends Cataloged, Panel extends Cataloged> {
  dataSources: EntityStorage<DataSource>;
  panels: EntityStorage<Panel>;
  transact: Transact;
}

/**
 * The same ports, which note in the catalog what they write, and list what stands there: no list lacks what was just
 * saved, or has what was just deleted.
 */
export function cataloged<DataSource extends Cataloged, Panel extends Cataloged>(
  { dataSources, panels, transact }: CatalogedPorts<DataSource, Panel>,
  catalog: Catalog,
  now: Now,
): CatalogedPorts<DataSource, Panel> {
  const noting = {
    'data-source': notingOf('data-source', dataSources, catalog, now),
    panel: notingOf('panel', panels, catalog, now),
  };
  return {
    dataSources: listedFrom(dataSources, 'data-source', catalog, noting['data-source']),
    panels: listedFrom(panels, 'panel', catalog, noting.panel),
    transact: async (changes, open, checks) => {
      const noted = changes.filter(isCataloged);
      for (const { entity, id, value } of noted) await noting[entity].before(id, value as Cataloged);
      const isDone = await transact(changes, open, checks);
      for (const { entity, id } of noted) await noting[entity].after(id);
      return isDone;
    },
  };
}

const isCataloged = (change: EntityChange): change is EntityWrite & { entity: CatalogedKind } =>
  change.value !== undefined && (change.entity === 'data-source' || change.entity === 'panel');

interface Noting {
  /** Notes a record that is about to be written. */
  before(id: string, value: Cataloged): Promise<void>;
  /** Notes the record as it stands after a write, be it that one or another’s; or that there is none. */
  after(id: string): Promise<void>;
}

function notingOf(
  kind: CatalogedKind,
  records: Pick<EntityStorage<Cataloged>, 'get'>,
  catalog: Catalog,
  now: Now,
): Noting {
  const note = (id: string, value: Cataloged | undefined): Promise<boolean> => {
    const entry = value && entryOf(kind, id, value, now());
    return catalog.change(id, (current) => (current && entry && areAlike(current, entry) ? current : entry));
  };
  return {
    before: async (id, value) => void (await note(id, value)),
    after: async (id) => {
      // Another may have written between the reading and the noting.
      for (let attempt = 0; attempt < catalogContenders; attempt += 1) {
        if (!(await note(id, await records.get(id)))) return;
      }
    },
  };
}

function listedFrom<T extends Cataloged>(
  records: EntityStorage<T>,
  kind: CatalogedKind,
  catalog: Catalog,
  { before, after }: Noting,
): EntityStorage<T> {
  const noted = async (id: string, value: T, write: () => Promise<boolean>): Promise<boolean> => {
    await before(id, value);
    const isDone = await write();
    await after(id);
    return isDone;
  };
  return {
    ...records,
    create: (id, value, options) => noted(id, value, () => records.create(id, value, options)),
    replace: (id, rev, value, options) => noted(id, value, () => records.replace(id, rev, value, options)),
    delete: async (id) => {
      await records.delete(id);
      await after(id);
    },
    list: async () => records.getMany((await catalog.entries(kind)).map(({ id }) => id)),
  };
}
