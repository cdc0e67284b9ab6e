import type { Badge, DataSourceSummary, DataSourceView } from '../shared/contract';
import { panelsOn } from '../data-sources/catalog/catalog';
import type { CatalogEntry } from '../data-sources/catalog/entry';
import { secretNames } from '../data-sources/credentials';
import type { DataSource } from '../data-sources/data-source';
import { healthRecords, type HealthRecord } from '../data-sources/health';
import { isReadable, listStored, unreadableDataSource } from '../data-sources/data-source-store';
import { badgeOf } from '../grants/badge';
import { grantId, type Grant } from '../grants/grant';
import { healthOf } from '../editing/data-source-health';
import type { Connection } from '../grants/token-endpoint';
import type { Services } from './services';

/** What an admin sees of a data source: all of it, except its secrets. */
export async function viewOf(dataSource: DataSource, services: Services): Promise<DataSourceView> {
  const { id, rev, settings, credentials, updatedAt, updatedBy = dataSource.createdBy } = dataSource;
  const [grant, panels, records, by] = await Promise.all([
    services.grants.get(grantId(id)),
    panelsOn(id, services.catalog),
    healthRecords([id], services.storage),
    updatedBy === '' ? undefined : services.directory.displayName(updatedBy),
  ]);
  const badge = await badgeWithName(grant, dataSource, services);
  return {
    id,
    rev,
    saved: { at: updatedAt, ...(by !== undefined && { by }) },
    settings,
    storedSecrets: Object.fromEntries(secretNames(credentials).map((name) => [name, true])),
    badge,
    health: healthOf(dataSource, { badge, grant, record: records.get(id), now: services.now() }),
    panels: panels.map(({ id: panelId, name }) => ({ id: panelId, name })),
  };
}

/** The badge of a data source's or draft's own grant, with the name of the admin who authenticated. */
export async function ownBadge(owner: Connection & { id: string }, services: Services): Promise<Badge> {
  return badgeWithName(await services.grants.get(grantId(owner.id)), owner, services);
}

async function badgeWithName(grant: Grant | undefined, owner: Connection, services: Services): Promise<Badge> {
  const badge = badgeOf(grant, owner, services.now());
  if (!badge.authenticatedBy) return badge;
  const { accountId } = badge.authenticatedBy;
  return { ...badge, authenticatedBy: { accountId, displayName: await services.directory.displayName(accountId) } };
}

/** One line for each data source, by name. */
export async function listSummaries(services: Services): Promise<DataSourceSummary[]> {
  const [all, panels] = await Promise.all([listStored(services.dataSources), services.catalog.entries('panel')]);
  const records = await healthRecords(
    all.map(({ id }) => id),
    services.storage,
  );
  return Promise.all(
    all.map((each) =>
      summaryOf(each, { panelCount: countOn(each.id, panels), record: records.get(each.id) }, services),
    ),
  );
}

const countOn = (dataSourceId: string, panels: CatalogEntry[]) =>
  panels.filter((panel) => panel.dataSourceId === dataSourceId).length;

/** Of a record that cannot be read, only the name is certain. */
async function summaryOf(
  dataSource: DataSource,
  { panelCount, record }: { panelCount: number; record: HealthRecord | undefined },
  services: Services,
): Promise<DataSourceSummary> {
  const { id, settings } = dataSource;
  if (!isReadable(dataSource)) {
    const badge: Badge = { state: 'not-authenticated', reason: unreadableDataSource(dataSource).message };
    const health = { findings: [] };
    return { id, name: settings.name, host: '', authenticationType: 'none', badge, health, panelCount };
  }
  const { authentication } = settings;
  const { type } = authentication;
  const whoSignsIn = authentication.type === 'oauth2' ? authentication.whoSignsIn : undefined;
  const grant = type === 'oauth2' ? await services.grants.get(grantId(id)) : undefined;
  const badge = badgeOf(grant, dataSource, services.now());
  const health = healthOf(dataSource, { badge, grant, record, now: services.now() });
  const host = new URL(settings.request.url).host;
  const same = { id, name: settings.name, host, authenticationType: type, badge, health, panelCount };
  return whoSignsIn === undefined ? same : { ...same, whoSignsIn };
}
