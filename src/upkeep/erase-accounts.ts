import { erasingKey } from '../keys';
import { deleteOwnRows } from '../own-accounts/own-rows';
import type { Now, Storage } from '../ports';
import { connectionsPerReader } from '../shared/limits';
import { eraseMakers, type MakerServices } from './erase-makers';
import { forgetReader, type ForgetServices } from './readers/forget-reader';

export interface ErasingServices {
  storage: Storage;
  now: Now;
}

/** Notes accounts as closed, so that whatever breaks off later, the next hourly job erases what is left of them. */
export async function noteClosed(accountIds: string[], services: ErasingServices): Promise<void> {
  if (accountIds.length === 0) return;
  const noted = await closedAccounts(services);
  await services.storage.set(erasingKey, { accounts: [...new Set([...noted, ...accountIds])] });
}

export async function closedAccounts({ storage }: Pick<ErasingServices, 'storage'>): Promise<string[]> {
  return (await storage.get<{ accounts: string[] }>(erasingKey))?.accounts ?? [];
}

/** Erases what is stored of the accounts that are noted as closed; of how many nothing is left. */
export async function eraseClosed(services: MakerServices & ForgetServices): Promise<number> {
  const closed = await closedAccounts(services);
  if (closed.length === 0) return 0;
  await eraseMakers(new Set(closed), services);
  const left: string[] = [];
  for (const account of closed) if (!(await eraseReader(account, services))) left.push(account);
  if (left.length > 0) await services.storage.set(erasingKey, { accounts: left });
  else await services.storage.delete(erasingKey);
  return closed.length - left.length;
}

/** True once no account of theirs is connected or was, and none of their rows is kept. */
async function eraseReader(account: string, services: ForgetServices): Promise<boolean> {
  const readers = await services.readers.having('account', account, 2 * connectionsPerReader);
  let isGone = true;
  for (const { value } of readers) isGone = (await forgetReader(value, services)) && isGone;
  await deleteOwnRows({ accountId: account }, services.storage);
  return isGone;
}
