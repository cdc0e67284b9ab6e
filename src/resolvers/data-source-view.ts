import type { Badge, DataSourceSummary, DataSourceView } from '../contract';
import type { DataSource } from '../data-sources/data-source';
import { listPanelReferences } from '../data-sources/panel-references';
import { isReadable } from '../data-sources/store';
import { badgeOf } from '../grants/badge';
import { grantId } from '../grants/grant';
import type { Connection } from '../grants/token-endpoint';
import type { Services } from './services';

/** What an admin sees of a data source: all of it, except its secrets. */
export async function viewOf(dataSource: DataSource, services: Services): Promise<DataSourceView> {
  const { id, rev, settings, credentials } = dataSource;
  const [badge, panels] = await Promise.all([
    ownBadge(dataSource, services),
    listPanelReferences(services.storage, id),
  ]);
  const storedSecrets = { clientSecret: credentials !== undefined };
  return {
    id,
    rev,
    settings,
    storedSecrets,
    badge,
    panels: panels.map(({ panelId, name }) => ({ id: panelId, name })),
  };
}

/** The badge of a data source's or draft's own grant, with the name of the admin who authenticated. */
export async function ownBadge(owner: Connection & { id: string }, services: Services): Promise<Badge> {
  const grant = await services.grants.get(grantId(owner.id));
  return withName(badgeOf(grant, owner, services.now()), services);
}

async function withName(badge: Badge, { directory }: Services): Promise<Badge> {
  if (!badge.authenticatedBy) return badge;
  const { accountId } = badge.authenticatedBy;
  return { ...badge, authenticatedBy: { accountId, displayName: await directory.displayName(accountId) } };
}

/** One line of the list. Of a record that a newer version wrote, only the name is certain. */
export async function summaryOf(
  dataSource: DataSource,
  panelCount: number,
  services: Services,
): Promise<DataSourceSummary> {
  const { id, settings } = dataSource;
  if (!isReadable(dataSource)) {
    const reason = 'This data source was saved by a newer version of the app. A site admin can update the app.';
    const badge: Badge = { state: 'not-authenticated', reason };
    return { id, name: settings.name, host: '', authenticationType: 'none', badge, panelCount };
  }
  const grant = settings.authentication.type === 'none' ? undefined : await services.grants.get(grantId(id));
  const badge = badgeOf(grant, dataSource, services.now());
  const host = new URL(settings.request.url).host;
  return { id, name: settings.name, host, authenticationType: settings.authentication.type, badge, panelCount };
}
