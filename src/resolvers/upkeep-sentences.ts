import type { IdleOutcome } from '../grants/refresh-idle';
import { type CountForms, countPhrase } from '../shared/phrase';
import type { ReadersUpkeep } from '../upkeep/readers/upkeep-of-readers';
import type { ReportOutcome } from '../upkeep/stored-accounts';

/** What the hourly job did, in sentences for admins; one that says so where there was nothing to do. */
export function upkeepSentences(done: {
  idle?: IdleOutcome;
  pruned?: Record<string, number>;
  snapshots?: Record<string, number>;
  readers?: ReadersUpkeep;
  accounts?: ReportOutcome;
  erased?: number;
  failed: string[];
}): string[] {
  const { idle, pruned = {}, snapshots = {}, readers, accounts, erased, failed } = done;
  const { deletions = 0, drafts = 0, tokenSets = 0, secrets = 0 } = pruned;
  const sentences = [
    said((idle?.refreshed ?? 0) + (readers?.refreshed ?? 0), forms.refreshed),
    said(idle?.failed, forms.notRefreshed),
    said(deletions, forms.deletions),
    said(drafts, forms.drafts),
    said(tokenSets + (readers?.tokenSets ?? 0), forms.tokenSets),
    said(secrets, forms.secrets),
    said(sum(snapshots), forms.snapshots),
    said(readers?.unused, forms.unused),
    said((accounts?.reported ?? 0) + (readers?.reported ?? 0), forms.reported),
    said(erased, forms.erased),
    ...failed.map((what) => `Could not ${what}. It will be retried in an hour.`),
  ].filter((sentence) => sentence !== undefined);
  return sentences.length > 0 ? sentences : ['There was nothing to do.'];
}

const forms = {
  refreshed: {
    one: 'Refreshed {count} sign-in that had been unused for a long time.',
    other: 'Refreshed {count} sign-ins that had been unused for a long time.',
  },
  notRefreshed: {
    one: '{count} unused sign-in could not be refreshed. The badge shows why.',
    other: '{count} unused sign-ins could not be refreshed. The badges show why.',
  },
  deletions: {
    one: 'Finished {count} deletion that had been interrupted.',
    other: 'Finished {count} deletions that had been interrupted.',
  },
  drafts: {
    one: 'Deleted {count} draft that had not been saved within a day.',
    other: 'Deleted {count} drafts that had not been saved within a day.',
  },
  tokenSets: {
    one: 'Deleted {count} token set that had been replaced.',
    other: 'Deleted {count} token sets that had been replaced.',
  },
  secrets: { one: 'Deleted {count} unused secret.', other: 'Deleted {count} unused secrets.' },
  snapshots: { one: 'Cleared {count} unused snapshot.', other: 'Cleared {count} unused snapshots.' },
  unused: {
    one: 'Disconnected {count} account of a reader that had not been used for 90 days.',
    other: 'Disconnected {count} accounts of readers that had not been used for 90 days.',
  },
  reported: {
    one: 'Reported {count} stored account ID to Atlassian.',
    other: 'Reported {count} stored account IDs to Atlassian.',
  },
  erased: {
    one: 'Erased the data of {count} closed account.',
    other: 'Erased the data of {count} closed accounts.',
  },
} satisfies Record<string, CountForms>;

const said = (count: number | undefined, sentence: CountForms) => (count ? countPhrase(count, sentence) : undefined);

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, count) => total + count, 0);
