import type { EntityStorage } from '../ports';
import { Problem } from '../shared/problem';
import { completeSettings } from './default-settings';
import { dataSourceSchema, type DataSource } from './data-source';

/**
 * The data source of that id, one that is being deleted excepted.
 * @throws Problem `not-found`, `record-newer`
 */
export async function getDataSource(id: string, dataSources: EntityStorage<DataSource>): Promise<DataSource> {
  const found = await dataSources.get(id);
  if (!found || found.deleting) {
    throw new Problem('not-found', 'This data source does not exist any more. It may have been deleted.');
  }
  return completed(readableDataSource(found));
}

/** All data sources this version can read, by name, without those being deleted. May miss one saved moments ago. */
export async function listDataSources(dataSources: EntityStorage<DataSource>): Promise<DataSource[]> {
  return (await listStored(dataSources)).filter(isReadable);
}

/** As `listDataSources`, with the records of newer versions: of those only `id`, `schema` and the name are known. */
export async function listStored(dataSources: EntityStorage<DataSource>): Promise<DataSource[]> {
  const all = await dataSources.list();
  return all
    .map(({ value }) => value)
    .filter((each) => !each.deleting)
    .map((each) => (isReadable(each) ? completed(each) : each))
    .sort((a, b) => a.settings.name.localeCompare(b.settings.name));
}

/** The data source with the defaults of the settings that did not exist when it was saved. */
export const completed = (dataSource: DataSource): DataSource => ({
  ...dataSource,
  settings: completeSettings(dataSource.settings),
});

/** Whether this version of the app wrote the record or knows how it is made. */
export const isReadable = (dataSource: DataSource) => dataSource.schema <= dataSourceSchema;

/**
 * The data source as it came.
 * @throws Problem `record-newer` for one that a newer version of the app wrote
 */
export function readableDataSource(dataSource: DataSource): DataSource {
  if (!isReadable(dataSource)) {
    throw new Problem(
      'record-newer',
      'This data source was saved by a newer version of the app. A site admin can update the app; nothing was changed.',
    );
  }
  return dataSource;
}
