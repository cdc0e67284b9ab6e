import type { DataSource } from '../../../src/data-sources/data-source';
import { getDataSource, listDataSources, listStored } from '../../../src/data-sources/data-source-store';
import { directoryForm } from '../../support/data-source-forms';
import { memoryServices } from '../../support/memory';

const record = (id: string, changes: Partial<DataSource> = {}): DataSource => ({
  ...{ schema: 1, id, rev: 1, by: 'x', createdBy: 'ada', createdAt: 0, updatedAt: 0 },
  settings: directoryForm({ name: `Source ${id}` }).settings,
  ...changes,
});

async function stored(...records: DataSource[]) {
  const services = memoryServices();
  for (const each of records) await services.dataSources.create(each.id, each);
  return services;
}

test('a record of a newer version is refused in a plain sentence, and still stands in the admin’s list', async () => {
  const { dataSources } = await stored(record('a'), record('b', { schema: 2 }));
  await expect(getDataSource('b', dataSources)).rejects.toMatchObject({ code: 'record-newer' });
  expect((await listDataSources(dataSources)).map(({ id }) => id)).toEqual(['a']);
  expect((await listStored(dataSources)).map(({ id }) => id)).toEqual(['a', 'b']);
});

test('a record of an authentication type that this version does not know keeps nothing else from being listed', async () => {
  const { settings } = record('b');
  const unknown = { ...settings, authentication: { type: 'constructor' } } as unknown as DataSource['settings'];
  const { dataSources } = await stored(record('a'), record('b', { settings: unknown }));
  await expect(getDataSource('b', dataSources)).rejects.toMatchObject({ code: 'record-unreadable' });
  expect((await listDataSources(dataSources)).map(({ id }) => id)).toEqual(['a']);
});

test('a data source that is being deleted, or was never there, is not found', async () => {
  const { dataSources } = await stored(record('a', { deleting: true }));
  await expect(getDataSource('a', dataSources)).rejects.toMatchObject({ code: 'not-found' });
  await expect(getDataSource('z', dataSources)).rejects.toMatchObject({ code: 'not-found' });
  expect(await listStored(dataSources)).toEqual([]);
});
