import { newId } from '../../ids';
import { reportDueAt } from '../../own-accounts/reader-dates';
import type { Reader } from '../../own-accounts/reader';
import type { PartitionedStorage, ReportAccounts } from '../../ports';
import { accountReportMs, accountsPerReport, connectionsPerReader } from '../../shared/limits';
import { noteClosed, type ErasingServices } from '../erase-accounts';

export interface ReportReadersServices extends ErasingServices {
  readers: PartitionedStorage<Reader>;
  reportAccounts: ReportAccounts;
}

/**
 * Reports the accounts of those of the readers for whom that is due, in pages of 90, each with the oldest date that is stored of
 * it (Forge, "User privacy guide"). A page that was reported is noted at once with all that is stored of its accounts, so a
 * failure repeats one page, and no account is reported more often. How many were reported, and those that are
 * closed, which are noted to be erased.
 * @throws what the platform throws
 */
export async function reportReaders(
  due: Reader[],
  services: ReportReadersServices,
): Promise<{ reported: number; closed: string[] }> {
  const now = services.now();
  const accounts = [...new Set(due.filter((each) => now >= reportDueAt(each)).map(({ account }) => account))];
  const closed: string[] = [];
  for (let from = 0; from < accounts.length; from += accountsPerReport) {
    const page = await Promise.all(
      accounts.slice(from, from + accountsPerReport).map((one) => ofAccount(one, services)),
    );
    const wanted = page.filter(({ readers }) => readers.length > 0);
    const replies = await services.reportAccounts(
      wanted.map(({ accountId, readers }) => ({
        accountId,
        updatedAt: Math.min(...readers.map(({ connectedAt }) => connectedAt)),
      })),
    );
    const ofPage = replies.filter(({ status }) => status === 'closed').map(({ accountId }) => accountId);
    await noteClosed(ofPage, services);
    closed.push(...ofPage);
    for (const { readers } of wanted) await noteReported(readers, services);
  }
  return { reported: accounts.length, closed };
}

interface OfAccount {
  accountId: string;
  readers: Reader[];
}

async function ofAccount(accountId: string, { readers }: ReportReadersServices): Promise<OfAccount> {
  const listed = await readers.having('account', accountId, 2 * connectionsPerReader);
  const stored = await readers.getMany(listed.map(({ id }) => id));
  return { accountId, readers: stored.map(({ value }) => value).filter(({ account }) => account === accountId) };
}

/** Somebody who changes one at the same moment leaves it to be reported once more. */
async function noteReported(reported: Reader[], { readers, now }: ReportReadersServices): Promise<void> {
  const reportAt = now() + accountReportMs;
  for (const reader of reported) {
    await readers.replace(reader.id, reader.rev, { ...reader, reportAt, rev: reader.rev + 1, by: newId() });
  }
}
