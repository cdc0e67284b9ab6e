import type { DataSourceSettings } from '../shared/contract';
import type { DataSource } from './data-source';
import { whoSignsIn } from './who-signs-in';

/** Whether rows are read with accounts of readers. */
export const usesOwnAccounts = (settings: Pick<DataSourceSettings, 'authentication'>): boolean =>
  whoSignsIn(settings) !== 'one-account';

/** Whether rows are read with the account that an admin signed in with, for some readers at least. */
export const usesSharedAccount = (settings: Pick<DataSourceSettings, 'authentication'>): boolean =>
  whoSignsIn(settings) !== 'each-reader';

/**
 * How often the accounts of all readers were ended: once more where the new settings have none any more, so that none of them
 * works from that write on; `undefined` for a data source that never ended any.
 */
export function readersEpochAfter(settings: DataSourceSettings, stored: DataSource | undefined): number | undefined {
  if (!stored) return undefined;
  const isOver = usesOwnAccounts(stored.settings) && !usesOwnAccounts(settings);
  return isOver ? nextReadersEpoch(stored) : stored.readersEpoch;
}

/** The same after an act that ends the accounts of all readers. */
export const nextReadersEpoch = ({ readersEpoch = 0 }: Pick<DataSource, 'readersEpoch'>): number => readersEpoch + 1;
