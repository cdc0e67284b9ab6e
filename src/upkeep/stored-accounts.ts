import type { DataSource } from '../data-sources/data-source';
import type { Draft } from '../grants/draft';
import type { Grant } from '../grants/grant';
import { accountsReportedKey, draftPrefix } from '../keys';
import type { EntityStorage, ReportAccounts, StoredAccount } from '../ports';
import { accountReportMs, accountsPerReport } from '../shared/limits';
import type { Made } from './erase-makers';
import { noteClosed, type ErasingServices } from './erase-accounts';

export interface AccountServices extends ErasingServices {
  dataSources: EntityStorage<DataSource>;
  panels: EntityStorage<Made>;
  grants: EntityStorage<Grant>;
  reportAccounts: ReportAccounts;
}

/** What one report amounted to; `undefined` where none was due. */
export interface ReportOutcome {
  reported: number;
  closed: number;
}

/**
 * Reports the account ids of those who made and saved what the app stores, once a week in pages of 90, and notes which accounts
 * are closed, to be erased. What a report returns as changed needs nothing: names are never stored.
 * @throws what the platform throws; then the whole report is repeated an hour later
 */
export async function reportStoredAccounts(services: AccountServices): Promise<ReportOutcome | undefined> {
  const { storage, now, reportAccounts } = services;
  const last = await storage.get<{ at: number }>(accountsReportedKey);
  if (last && now() - last.at < accountReportMs) return undefined;
  const accounts = await storedAccounts(services);
  let closed = 0;
  for (let start = 0; start < accounts.length; start += accountsPerReport) {
    const responses = await reportAccounts(accounts.slice(start, start + accountsPerReport));
    const ofPage = responses.filter(({ status }) => status === 'closed').map(({ accountId }) => accountId);
    await noteClosed(ofPage, services);
    closed += ofPage.length;
  }
  await storage.set(accountsReportedKey, { at: now() });
  return { reported: accounts.length, closed };
}

/** Each of their account ids once, with the oldest date that is stored of it, as the guide wants it. */
async function storedAccounts(services: AccountServices): Promise<StoredAccount[]> {
  const [dataSources, panels, grants, drafts] = await Promise.all([
    services.dataSources.list(),
    services.panels.list(),
    services.grants.list(),
    services.storage.list<Draft>(draftPrefix),
  ]);
  const made = [...dataSources, ...panels].map(({ value }) => [value.createdBy, value.createdAt] as const);
  const saved = [...dataSources, ...panels].map(({ value }) => [value.updatedBy, value.updatedAt] as const);
  const authenticated = grants.map(({ value }) => [value.facts?.accountId, value.facts?.authenticatedAt] as const);
  const begun = drafts.map(({ value }) => [value.owner, services.now()] as const);
  const oldest = new Map<string, number>();
  for (const [accountId, at = services.now()] of [...made, ...saved, ...authenticated, ...begun]) {
    if (accountId) oldest.set(accountId, Math.min(at, oldest.get(accountId) ?? Infinity));
  }
  return [...oldest].map(([accountId, updatedAt]) => ({ accountId, updatedAt }));
}
