import * as v from 'valibot';
import type { ReaderAccountsCalls } from '../shared/contract';
import { getDataSource } from '../data-sources/data-source-store';
import { disconnectReaders } from '../own-accounts/disconnect-readers';
import { readersLeft } from '../own-accounts/empty-readers';
import { readerCounts } from '../own-accounts/reader-counts';
import { idSchema } from '../schema/fields';
import type { CallTable } from './call';

const ofDataSource = v.object({ dataSourceId: idSchema });

/** The calls of the settings page that are about the accounts of readers, of whom it names nobody. */
export const adminReaderCalls: CallTable<ReaderAccountsCalls> = {
  readerCounts: {
    role: 'admin',
    input: ofDataSource,
    run: async ({ dataSourceId }, { services }) =>
      readerCounts(await getDataSource(dataSourceId, services.dataSources), services),
  },
  disconnectReaders: {
    role: 'admin',
    input: ofDataSource,
    run: ({ dataSourceId }, { services }) => disconnectReaders(dataSourceId, services),
  },
  readersProgress: {
    role: 'admin',
    poll: true,
    input: ofDataSource,
    run: async ({ dataSourceId }, { services }) => {
      await getDataSource(dataSourceId, services.dataSources);
      return { left: await readersLeft(dataSourceId, services) };
    },
  },
};
