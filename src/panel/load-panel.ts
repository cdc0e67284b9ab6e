import type { AllowedSpaces, LoadReply, LoadRequest } from '../contract';
import { getDataSource } from '../data-sources/store';
import { authorize } from '../grants/authorize';
import { sharedIdentity } from '../grants/grant';
import type { VerifiedContent } from '../ports';
import { isHeld } from './flight/flight';
import { flightId, valuesOf } from './flight/flight-id';
import { placeOf } from './flight/targets';
import { askAgainAfter } from './flight/waiting';
import { agesOf } from './freshness';
import { requireAllowedIn, requireVisible } from './allowed-spaces';
import { type Load, rowsBehind } from './kept-rows';
import { loadRows } from './load-rows';
import type { PanelServices } from './panel-services';
import type { RecentLoad } from './recent-loads';
import { getPanel } from './store';

/**
 * The asked rows of a panel for a reader who may see it on the page he says he is on, or `pending`.
 * @throws Problem `not-found`, `record-newer`, `forbidden`, and those of `loadRows`; every message is fit for readers
 */
export async function loadPanel(
  request: LoadRequest,
  { claimedContentId }: { claimedContentId?: string },
  services: PanelServices,
): Promise<LoadReply> {
  const requireAllowed = (allowed: AllowedSpaces) => requireVisible(allowed, claimedContentId, services.content);
  const known = request.refresh ? undefined : services.recentLoads.of(request.panelId);
  if (known) {
    await requireAllowed(known.dataSource.settings.allowedSpaces);
    const reply = await asTheCrowd(known, request, services);
    if (reply) return reply;
  }
  const load = await openLoad(request, services, requireAllowed);
  const { panel, dataSource, access } = load;
  const found: Load['found'] = (what) => {
    if (access.identity === sharedIdentity) services.recentLoads.keep(panel.id, { panel, dataSource, found: what });
  };
  return loadRows({ ...load, found });
}

/** What everybody is told at this moment; `undefined` where this reader must look for himself. */
async function asTheCrowd(
  { panel, found }: RecentLoad,
  request: LoadRequest,
  services: PanelServices,
): Promise<LoadReply | undefined> {
  const now = services.now();
  if ('head' in found) {
    return now < found.head.freshUntil ? rowsBehind({ panel, request, services }, found.head) : undefined;
  }
  return isHeld(found.flight, now) ? { state: 'pending', askAgainMs: askAgainAfter(found.flight, now) } : undefined;
}

/**
 * What decides which rows an editor gets of a panel, on content that was seen to be his to edit, be it a draft that
 * nobody reads yet.
 * @throws Problem `not-found`, `record-newer`, `forbidden`
 */
export function openForEditor(
  request: LoadRequest,
  { spaceId }: VerifiedContent,
  services: PanelServices,
): Promise<Load> {
  return openLoad(request, services, async (allowed) => requireAllowedIn(allowed, spaceId));
}

async function openLoad(
  request: LoadRequest,
  services: PanelServices,
  requireAllowed: (allowed: AllowedSpaces) => Promise<void>,
): Promise<Load> {
  const panel = await getPanel(request.panelId, services.panels);
  const dataSource = await getDataSource(panel.settings.dataSourceId, services.dataSources);
  const [access] = await Promise.all([
    authorize(dataSource, services),
    requireAllowed(dataSource.settings.allowedSpaces),
  ]);
  const place = placeOf(panel, dataSource, access);
  const id = flightId(dataSource, access, valuesOf(dataSource, panel.settings));
  const ages = agesOf(panel.settings, dataSource.settings);
  return { panel, dataSource, access, place, flightId: id, ages, request, services };
}
