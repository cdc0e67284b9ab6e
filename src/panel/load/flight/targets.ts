import { panelsOn } from '../../../data-sources/catalog/catalog';
import type { DataSource } from '../../../data-sources/data-source';
import type { Access } from '../../../grants/access';
import { sharedIdentity } from '../../../grants/grant';
import { ownRowsPrefix } from '../../../keys';
import { type Ages, agesOf } from '../../../shared/freshness';
import type { DataSourceSettings } from '../../../shared/contract';
import { Problem } from '../../../shared/problem';
import type { Panel } from '../panel';
import type { PanelServices } from '../panel-services';
import type { SnapshotHead } from '../snapshot/head';
import { earlierHash, rowsHash, snapshotHash, type SnapshotSubject } from '../snapshot/snapshot-hash';
import { readHead, type SnapshotPlace } from '../snapshot/snapshot-store';
import { isReadablePanel, readablePanel } from '../panel-store';
import { type BoundPanel, bindPanel } from '../../variables/bind-panel';
import { atMoment, inputsForAll } from '../../variables/panel-inputs';
import { flightId } from './flight-id';

/** Where the rows are kept, and the sign-in that they are read with, which is part of the hash. */
export interface KeptRowsPlace extends SnapshotPlace {
  signIn: string;
}

/** A panel whose rows come with a read, and what is kept of it so far. */
export interface FlightTarget {
  panel: Panel;
  /** The panel with the values that its rows are read with. */
  bound: BoundPanel;
  place: KeptRowsPlace;
  ages: Ages;
  head: SnapshotHead | undefined;
}

/** Panels that one read may serve beside the one it is made for, and panels looked at for them. */
const mostCompanions = 9;
const mostLookedAt = 25;

/** Where the rows of a panel are kept that are read with these rights. */
export function placeOfKeptRows(
  panel: Panel,
  bound: Pick<BoundPanel, 'source' | 'inputs' | 'given'>,
  { epoch, identity }: Pick<Access, 'epoch' | 'identity'>,
): KeptRowsPlace {
  const { id: dataSourceId, rev, signIns = 0 } = bound.source;
  const subject: SnapshotSubject = { dataSourceId, panelId: panel.id, signIns, epoch, identity, given: bound.given };
  const rows = rowsHash(subject, whatChangesRows(panel, bound));
  const revisions = { dataSource: { id: dataSourceId, rev }, panel: { id: panel.id, rev: panel.rev } };
  const earlier = earlierHash({ ...revisions, epoch, identity, inputs: bound.inputs });
  const where = identity === sharedIdentity ? { earlier } : { own: ownRowsPrefix(identity, dataSourceId, panel.id) };
  return { panelId: panel.id, hash: snapshotHash(subject), rows, ...where, signIn: `${signIns}:${epoch}:${identity}` };
}

/** Not among it: names, spaces, freshness, secrets, and how the rows are drawn. */
function whatChangesRows(
  { settings: { filters, columns, rowSteps } }: Panel,
  { source: { settings }, inputs }: Pick<BoundPanel, 'source' | 'inputs'>,
): Record<string, unknown> {
  return { ...whatOfSourceChangesRows(settings), filters, columns, rowSteps, inputs };
}

/** What of a data source's settings decides which rows its panels get. */
export function whatOfSourceChangesRows(settings: DataSourceSettings): Record<string, unknown> {
  const { request, pagination, response, limits } = settings;
  const authentication = { ...settings.authentication, secretExpiresOn: undefined };
  return { request, pagination, response, limits: { ...limits, requestsPerMinute: undefined }, authentication };
}

/**
 * The other panels of the data source that make the same request with the same values, where nobody sets any, and whose
 * rows are not fresh, so that one read serves them all. Best effort: one that is missing reads for itself. A reader's own account
 * brings rows of no other panel.
 */
export async function companionsOf(
  { panel, id, dataSource, access }: { panel: Panel; id: string; dataSource: DataSource; access: Access },
  services: PanelServices,
): Promise<FlightTarget[]> {
  if (access.identity !== sharedIdentity) return [];
  const entries = await panelsOn(dataSource.id, services.catalog);
  const others = entries.filter((entry) => entry.id !== panel.id).slice(0, mostLookedAt);
  const records = await services.panels.getMany(others.map((entry) => entry.id));
  const byId = new Map(records.map(({ id: panelId, value }) => [panelId, value]));
  const found = await Promise.all(
    others.map(async (entry) => {
      const stored = byId.get(entry.id);
      if (stored?.settings.dataSourceId !== dataSource.id || !isReadablePanel(stored)) return undefined;
      const other = readablePanel(stored);
      const bound = boundForAll(other, dataSource, services.now());
      return bound && flightId(bound, access) === id ? targetOf(other, bound, access, services) : undefined;
    }),
  );
  const now = services.now();
  return found
    .filter((target) => target !== undefined)
    .filter(({ head }) => !head || now >= head.freshUntil)
    .slice(0, mostCompanions);
}

/** The panel with what is kept of it. */
export async function targetOf(
  panel: Panel,
  bound: BoundPanel,
  access: Access,
  { storage, now }: PanelServices,
): Promise<FlightTarget> {
  const place = placeOfKeptRows(panel, bound, access);
  const head = await readHead(place, now(), storage);
  return { panel, bound, place, head, ages: agesOf(panel.settings, bound.source.settings) };
}

/** The panel as it is bound where nobody sets anything; `undefined` where that depends on the reader, or cannot be. */
export function boundForAll({ settings }: Panel, dataSource: DataSource, now: number): BoundPanel | undefined {
  const inputs = inputsForAll(settings);
  if (!inputs) return undefined;
  const { freshMs } = agesOf(settings, dataSource.settings);
  try {
    return bindPanel(settings, dataSource, atMoment(inputs.values, now, freshMs));
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}
