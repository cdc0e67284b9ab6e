import type { EntityCheck, OpenChanges } from '../../../ports';
import type { PanelSettings } from '../../../shared/contract';
import type { DataSource } from '../../../data-sources/data-source';
import { completed, isReadable } from '../../../data-sources/data-source-store';
import { isOwn } from '../identity/rights';
import { isReadablePanel, readablePanel } from '../panel-store';
import type { PanelServices } from '../panel-services';
import { canonicalJson } from '../snapshot/snapshot-hash';
import type { Flight } from './flight';
import type { Changed } from './held-flight';
import type { RunWork } from './run-work';
import { whatOfSourceChangesRows } from './targets';

const attempts = 3;
/** What only says how rows are shown, and when they are read. */
const besideRows: readonly string[] = ['name', 'description', 'visual', 'freshness', 'onlyWhenComplete'];

type BasisServices = Pick<PanelServices, 'dataSources' | 'grants' | 'readerGrants' | 'panels'>;
type Basis = Pick<RunWork, 'access' | 'seen' | 'held' | 'logs'>;

/** What a holder stores at once, as it is with the panels that are still in the work. */
export interface ToStore {
  patch: Partial<Flight>;
  open: OpenChanges;
}

/**
 * How storing it ended; heads are stored only while all that their rows are made by is as it was: the data source, the
 * grant and the panels. A panel that makes other rows by now leaves the work, and `toStore` is asked again.
 */
export async function storeWhileSo(work: Basis, toStore: () => ToStore, services: BasisServices): Promise<Changed> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { patch, open } = toStore();
    const changed = await work.held.changeWhile(patch, open, open.set.length > 0 ? checksOf(work) : []);
    if (changed !== 'outdated') return changed;
    if (!(await isStillSo(work, services))) return 'outdated';
  }
  return 'outdated';
}

function checksOf({ access, seen, logs }: Basis): EntityCheck[] {
  const [lead] = logs;
  if (!lead) return [];
  const { id, rev } = lead.target.bound.dataSource;
  const { source = rev, grant = access.grant } = seen ?? {};
  return [
    { entity: 'data-source', id, rev: source },
    ...(grant ? [{ entity: isOwn(access) ? ('reader-grant' as const) : ('grant' as const), ...grant }] : []),
    ...logs.map(({ target: { panel } }) => ({ entity: 'panel' as const, id: panel.id, rev: panel.rev })),
  ];
}

/** Whether the request, the rights and the panel that the work is made for still make the same rows. */
async function isStillSo(work: Basis, services: BasisServices): Promise<boolean> {
  const { access, logs } = work;
  const [lead] = logs;
  if (!lead) return false;
  const { dataSource } = lead.target.bound;
  const [source, grant, panels] = await Promise.all([
    services.dataSources.get(dataSource.id),
    access.grant && (isOwn(access) ? services.readerGrants : services.grants).get(access.grant.id),
    services.panels.getMany(logs.map(({ target: { panel } }) => panel.id)),
  ]);
  if (!source || !makesSameRows(source, dataSource)) return false;
  if (access.grant && grant?.epoch !== access.epoch) return false;
  work.seen = { source: source.rev, grant: grant && { id: grant.id, rev: grant.rev } };
  const byId = new Map(panels.map(({ id, value }) => [id, value]));
  work.logs = logs.filter(({ target }) => {
    const stored = byId.get(target.panel.id);
    if (!stored || !isReadablePanel(stored)) return false;
    const panel = readablePanel(stored);
    if (!areOfSameRows(panel.settings, target.panel.settings)) return false;
    target.panel = panel;
    return true;
  });
  return work.logs[0] === lead;
}

function makesSameRows(source: DataSource, former: DataSource): boolean {
  if (source.deleting || !isReadable(source) || (source.signIns ?? 0) !== (former.signIns ?? 0)) return false;
  const { settings } = completed(source);
  const [now, before] = [settings, former.settings].map((each) => canonicalJson(whatOfSourceChangesRows(each)));
  return now === before;
}

const areOfSameRows = (one: PanelSettings, other: PanelSettings): boolean =>
  canonicalJson(ofRows(one)) === canonicalJson(ofRows(other));

const ofRows = (settings: PanelSettings) =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => !besideRows.includes(name)));
