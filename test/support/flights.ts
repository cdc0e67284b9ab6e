import type { LoadReply, LoadRequest, PanelSettings, TableView } from '../../src/shared/contract';
import { loadPanel } from '../../src/panel/load/load-panel';
import type { Panel } from '../../src/panel/load/panel';
import type { Problem } from '../../src/shared/problem';
import { panel, panelSettings, panelWorld, type PanelWorld } from './panels';

export const minute = 60_000;
export const firstRows = { offset: 0, count: 25 };

export type ViewReply = Extract<LoadReply, { state: 'view' }> & { view: TableView };

export { panelWorld as flightWorld };

/** A further panel on the world's data source. */
export async function addPanel(world: PanelWorld, changes: Partial<PanelSettings> = {}): Promise<Panel> {
  const { services, dataSource } = world;
  const added = panel(panelSettings(dataSource.id, changes));
  await services.panels.create(added.id, added);
  return added;
}

/** What a reader gets for a panel, the world's own unless another is named. */
export function load(world: PanelWorld, request: Partial<LoadRequest> = {}, shown = world.panel): Promise<LoadReply> {
  return loadPanel({ panelId: shown.id, window: firstRows, ...request }, {}, world.services);
}

/** A view, or an error for anything else. */
export async function view(
  world: PanelWorld,
  request: Partial<LoadRequest> = {},
  shown = world.panel,
): Promise<ViewReply> {
  const reply = await load(world, request, shown);
  return tableOf(reply);
}

/** The reply as one that shows a table, or an error for anything else. */
export function tableOf(reply: LoadReply): ViewReply {
  if (reply.state !== 'view' || reply.view.visual !== 'table') throw new Error('a table was expected');
  return { ...reply, view: reply.view };
}

/**
 * The rows as a reader has them in the end whose macro brings every ticket at once, and looks again while others read; the
 * replies before are `seen`.
 */
export async function whole(
  world: PanelWorld,
  request: Partial<LoadRequest> = {},
  seen: ViewReply[] = [],
): Promise<ViewReply> {
  let reply = await load(world, request);
  for (let turn = 0; turn < 200; turn += 1) {
    if (reply.state === 'view') seen.push(tableOf(reply));
    if (reply.state === 'view' && !reply.part) return tableOf(reply);
    const ticket = reply.state === 'view' ? reply.ticket : undefined;
    if (ticket === undefined) world.services.advance(1000);
    reply = await load(world, ticket === undefined ? request : { ...request, carry: ticket });
  }
  throw new Error('the rows do not come to their end');
}

/** The problem that a reader gets. */
export async function problem(world: PanelWorld, request: Partial<LoadRequest> = {}): Promise<Problem> {
  return load(world, request).then(
    () => Promise.reject(new Error('a problem was expected')),
    (error: unknown) => error as Problem,
  );
}

/** The keys that were written since the log was emptied. */
export const written = ({ services: { memory } }: PanelWorld) =>
  memory.log.filter(({ name }) => ['set', 'create', 'transact'].includes(name)).flatMap(({ key }) => key.split(','));
