import { isReadable } from '../data-sources/data-source-store';
import { newId } from '../ids';
import { accountsReportedKey, draftPrefix } from '../keys';
import { accountReportMs, accountsPerReport } from '../shared/limits';
import type { EntityStorage, Now, ReportAccounts, Revisioned, StoredAccount } from '../ports';
import { insistOnChange } from '../grants/change';
import { discardDraft } from '../grants/discard-draft';
import { draftSchema, type Draft } from '../grants/draft';
import type { Grant } from '../grants/grant';
import type { LetGoServices } from '../grants/let-go';
import { isReadableGrant } from '../grants/readable-grant';

/** A record that says who made it; nobody, where the account was closed since. */
export interface Made extends Revisioned {
  schema: number;
  createdBy: string;
  createdAt: number;
  /** Who saved it last, of records that say so. */
  updatedBy?: string;
  updatedAt?: number;
}

export interface AccountServices extends LetGoServices {
  panels: EntityStorage<Made>;
  grants: EntityStorage<Grant>;
  /** The version of panel records that may be rewritten. */
  panelSchema: number;
  reportAccounts: ReportAccounts;
  now: Now;
}

/** What one report amounted to; `undefined` where none was due. */
export interface ReportOutcome {
  reported: number;
  closed: number;
}

/**
 * Reports the account ids that the app stores, once a week in pages of 90, and erases those of closed accounts wherever
 * they stand. What a report returns as changed needs nothing: names are never stored.
 * @throws what the platform throws; then the whole report is repeated an hour later
 */
export async function reportStoredAccounts(services: AccountServices): Promise<ReportOutcome | undefined> {
  const { storage, now, reportAccounts } = services;
  const last = await storage.get<{ at: number }>(accountsReportedKey);
  if (last && now() - last.at < accountReportMs) return undefined;
  const accounts = await storedAccounts(services);
  const closed = new Set<string>();
  for (let start = 0; start < accounts.length; start += accountsPerReport) {
    const responses = await reportAccounts(accounts.slice(start, start + accountsPerReport));
    responses.filter(({ status }) => status === 'closed').forEach(({ accountId }) => closed.add(accountId));
  }
  if (closed.size > 0) await erase(closed, services);
  await storage.set(accountsReportedKey, { at: now() });
  return { reported: accounts.length, closed: closed.size };
}

/** Every stored account id, once, with when it was stored last. */
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
  const newest = new Map<string, number>();
  for (const [accountId, at = 0] of [...made, ...saved, ...authenticated, ...begun]) {
    if (accountId) newest.set(accountId, Math.max(at, newest.get(accountId) ?? 0));
  }
  return [...newest].map(([accountId, updatedAt]) => ({ accountId, updatedAt }));
}

async function erase(closed: ReadonlySet<string>, services: AccountServices): Promise<void> {
  const { dataSources, panels, panelSchema } = services;
  const drafts = await services.storage.list<Draft>(draftPrefix);
  for (const { value } of drafts) {
    if (closed.has(value.owner) && value.schema <= draftSchema) await discardDraft(value, services);
  }
  await eraseMakers(closed, dataSources, isReadable);
  await eraseMakers(closed, panels, ({ schema }) => schema <= panelSchema);
  for (const { id, value } of await services.grants.list()) {
    if (!closed.has(value.facts?.accountId ?? '') || !isReadableGrant(value)) continue;
    await insistOnChange(services.grants, id, ({ facts }) => ({ facts: facts && { ...facts, accountId: undefined } }));
  }
}

async function eraseMakers<T extends Made>(
  closed: ReadonlySet<string>,
  records: EntityStorage<T>,
  mayChange: (record: T) => boolean,
): Promise<void> {
  for (const { id } of await records.list()) {
    const record = await records.get(id);
    if (!record || !isOfClosed(record, closed) || !mayChange(record)) continue;
    await records.replace(id, record.rev, {
      ...record,
      ...withoutClosed(record, closed),
      rev: record.rev + 1,
      by: newId(),
    });
  }
}

const isOfClosed = ({ createdBy, updatedBy = '' }: Made, closed: ReadonlySet<string>): boolean =>
  closed.has(createdBy) || closed.has(updatedBy);

function withoutClosed(
  { createdBy, updatedBy }: Made,
  closed: ReadonlySet<string>,
): Pick<Made, 'createdBy' | 'updatedBy'> {
  const open = (account: string) => (closed.has(account) ? '' : account);
  return { createdBy: open(createdBy), ...(updatedBy !== undefined && { updatedBy: open(updatedBy) }) };
}
