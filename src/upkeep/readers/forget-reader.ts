import { isReadableGrant } from '../../grants/readable-grant';
import { endConnection, type EndServices } from '../../own-accounts/disconnect-account';
import { forgetConnection } from '../../own-accounts/forget-connection';
import { ownGrantId } from '../../own-accounts/own-grant';
import { ownReasons } from '../../own-accounts/own-reasons';
import type { Reader } from '../../own-accounts/reader';
import type { PartitionedStorage } from '../../ports';
import { isIdle } from '../retired-tokens';

export interface ForgetServices extends EndServices {
  readers: PartitionedStorage<Reader>;
}

/**
 * True if nothing of the reader's account at the data source is stored any more: tokens are ended first, then rows and token
 * sets go, and last the grant with the record by which all of it is found. It can be begun again from the start. False while
 * somebody may still be at work with the grant.
 */
export async function forgetReader(
  { dataSourceId, account: accountId }: Pick<Reader, 'dataSourceId' | 'account'>,
  services: ForgetServices,
): Promise<boolean> {
  const id = ownGrantId(dataSourceId, accountId);
  await endConnection({ dataSourceId, accountId }, ownReasons.ended, services);
  const [grant, reader] = await Promise.all([services.readerGrants.get(id), services.readers.get(id)]);
  if (!grant) {
    if (reader) await services.readers.delete(id);
    return true;
  }
  return isReadableGrant(grant) && isIdle(grant, services.now()) && forgetConnection(grant, reader, services);
}
