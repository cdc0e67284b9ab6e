import { isAuthenticationType } from '../authentication/registry';
import type { EntityStorage } from '../ports';
import { Problem } from '../shared/problem';
import { hasMembers, unreadableRecord } from '../unreadable-record';
import { withReceivers } from './credentials';
import { completeSettings } from './default-settings';
import { dataSourceSchema, type DataSource } from './data-source';

/**
 * The data source of that id, one that is being deleted excepted.
 * @throws Problem `not-found`, `record-newer`, `record-unreadable`
 */
export async function getDataSource(id: string, dataSources: EntityStorage<DataSource>): Promise<DataSource> {
  const found = await dataSources.get(id);
  if (!found || found.deleting) {
    throw new Problem('not-found', 'This data source no longer exists. It may have been deleted.');
  }
  return completed(readableDataSource(found));
}

/** All data sources this version can read, by name, without those being deleted. May miss one saved moments ago. */
export async function listDataSources(dataSources: EntityStorage<DataSource>): Promise<DataSource[]> {
  return (await listStored(dataSources)).filter(isReadable);
}

/** As `listDataSources`, with the records that it cannot read: of those only `id`, `schema` and the name are known. */
export async function listStored(dataSources: EntityStorage<DataSource>): Promise<DataSource[]> {
  const all = await dataSources.list();
  return all
    .map(({ value }) => value)
    .filter((each) => !each.deleting)
    .map((each) => (isReadable(each) ? completed(each) : each))
    .sort((a, b) => a.settings.name.localeCompare(b.settings.name));
}

/** The data source with the defaults of what did not exist when it was saved. */
export function completed(dataSource: DataSource): DataSource {
  const settings = completeSettings(dataSource.settings);
  const credentials = dataSource.credentials && withReceivers(dataSource.credentials, settings);
  return { ...dataSource, settings, credentials };
}

/** Whether this version of the app wrote the record or knows how it is made, and it is whole. */
export const isReadable = ({ schema, settings }: DataSource): boolean =>
  schema <= dataSourceSchema &&
  hasMembers(settings, { name: 'string', request: 'object', authentication: 'object', pagination: 'object' }) &&
  hasMembers(settings.request, { url: 'string' }) &&
  hasMembers(settings.authentication, { type: 'string' }) &&
  isAuthenticationType(settings.authentication.type);

/** What is told of a record that is not readable. */
export const unreadableDataSource = (dataSource: DataSource): Problem =>
  unreadableRecord('This data source', dataSource, dataSourceSchema);

/**
 * The data source as it came.
 * @throws Problem `record-newer` for one that a newer version of the app wrote, `record-unreadable` for a damaged one
 */
export function readableDataSource(dataSource: DataSource): DataSource {
  if (!isReadable(dataSource)) throw unreadableDataSource(dataSource);
  return dataSource;
}
