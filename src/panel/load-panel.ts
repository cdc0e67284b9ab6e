import type { AllowedSpaces, LoadReply, LoadRequest } from '../contract';
import { getDataSource } from '../data-sources/store';
import { authorize } from '../grants/authorize';
import type { VerifiedContent } from '../ports';
import { requireAllowedIn, requireVisible } from './allowed-spaces';
import { loadRows } from './load-rows';
import type { PanelServices } from './panel-services';
import { snapshotHash } from './snapshot/snapshot-hash';
import { getPanel } from './store';

/**
 * The asked rows of a panel for a reader who may see it on the page he says he is on, or `pending`.
 * @throws Problem `not-found`, `record-newer`, `forbidden`, and those of `loadRows`; every message is fit for readers
 */
export function loadPanel(
  request: LoadRequest,
  { claimedContentId }: { claimedContentId?: string },
  services: PanelServices,
): Promise<LoadReply> {
  return load(request, services, (allowed) => requireVisible(allowed, claimedContentId, services.content));
}

/** As `loadPanel`, for an editor of content that was seen to be his to edit, be it a draft that nobody reads yet. */
export function loadPanelForEditor(
  request: LoadRequest,
  { spaceId }: VerifiedContent,
  services: PanelServices,
): Promise<LoadReply> {
  return load(request, services, async (allowed) => requireAllowedIn(allowed, spaceId));
}

async function load(
  request: LoadRequest,
  services: PanelServices,
  requireAllowed: (allowed: AllowedSpaces) => Promise<void>,
): Promise<LoadReply> {
  const panel = await getPanel(request.panelId, services.panels);
  const dataSource = await getDataSource(panel.settings.dataSourceId, services.dataSources);
  const [access] = await Promise.all([
    authorize(dataSource, services),
    requireAllowed(dataSource.settings.allowedSpaces),
  ]);
  const hash = snapshotHash({
    dataSource: { id: dataSource.id, rev: dataSource.rev },
    panel: { id: panel.id, rev: panel.rev },
    epoch: access.epoch,
    identity: access.identity,
    inputs: {},
  });
  return loadRows({ panel, dataSource, access, place: { panelId: panel.id, hash }, request, services });
}
