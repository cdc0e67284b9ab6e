import { listPanelReferences } from '../../data-sources/panel-references';
import type { DataSource } from '../../data-sources/data-source';
import type { Access } from '../../grants/access';
import { type Ages, agesOf } from '../freshness';
import type { Panel } from '../panel';
import type { PanelServices } from '../panel-services';
import type { SnapshotHead } from '../snapshot/head';
import { snapshotHash } from '../snapshot/snapshot-hash';
import { readHead, type SnapshotPlace } from '../snapshot/store';
import { isReadablePanel, readablePanel } from '../store';
import { flightId, valuesOf } from './flight-id';

/** A panel whose rows come with a read, and what is kept of it so far. */
export interface Target {
  panel: Panel;
  place: SnapshotPlace;
  ages: Ages;
  head: SnapshotHead | undefined;
}

/** Panels that one read may serve beside the one it is made for, and references looked through for them. */
const mostCompanions = 9;
const mostReferences = 25;

/** Where the rows of a panel are kept that are read with these rights. */
export function placeOf(panel: Panel, dataSource: DataSource, { epoch, identity }: Access): SnapshotPlace {
  const hash = snapshotHash({
    dataSource: { id: dataSource.id, rev: dataSource.rev },
    panel: { id: panel.id, rev: panel.rev },
    epoch,
    identity,
    inputs: valuesOf(dataSource, panel.settings),
  });
  return { panelId: panel.id, hash };
}

/**
 * The other panels of the data source that ask the same request with the same values and whose rows are not fresh, so
 * that one read serves them all. Best effort: one that is missing reads for itself.
 */
export async function companionsOf(
  { panel, id, dataSource, access }: { panel: Panel; id: string; dataSource: DataSource; access: Access },
  services: PanelServices,
): Promise<Target[]> {
  const references = await listPanelReferences(services.storage, dataSource.id);
  const others = references.filter(({ panelId }) => panelId !== panel.id).slice(0, mostReferences);
  const found = await Promise.all(
    others.map(async ({ panelId }) => {
      const stored = await services.panels.get(panelId);
      if (stored?.settings.dataSourceId !== dataSource.id || !isReadablePanel(stored)) return undefined;
      const other = readablePanel(stored);
      const isSame = flightId(dataSource, access, valuesOf(dataSource, other.settings)) === id;
      return isSame ? targetOf(other, dataSource, access, services) : undefined;
    }),
  );
  const now = services.now();
  return found
    .filter((target) => target !== undefined)
    .filter(({ head }) => !head || now >= head.freshUntil)
    .slice(0, mostCompanions);
}

async function targetOf(
  panel: Panel,
  dataSource: DataSource,
  access: Access,
  { storage, now }: PanelServices,
): Promise<Target> {
  const place = placeOf(panel, dataSource, access);
  const head = await readHead(place, now(), storage);
  return { panel, place, head, ages: agesOf(panel.settings, dataSource.settings) };
}
