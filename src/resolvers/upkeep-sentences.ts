import type { IdleOutcome } from '../grants/refresh-idle';
import type { ReportOutcome } from '../upkeep/stored-accounts';

/** What the hourly job did, in sentences for admins; one that says so where there was nothing to do. */
export function upkeepSentences(done: {
  idle?: IdleOutcome;
  pruned?: Record<string, number>;
  snapshots?: Record<string, number>;
  accounts?: ReportOutcome;
  failed: string[];
}): string[] {
  const { idle, pruned = {}, snapshots = {}, accounts, failed } = done;
  const { deletions = 0, drafts = 0, tokenSets = 0, secrets = 0 } = pruned;
  const sentences = [
    said(idle?.refreshed, (count) => `Refreshed ${counted(count, 'sign-in')} that had been unused for a long time.`),
    said(idle?.failed, (count) => `${counted(count, 'unused sign-in')} could not be refreshed. The badges show why.`),
    said(deletions, (count) => `Finished ${counted(count, 'deletion')} that had been interrupted.`),
    said(drafts, (count) => `Deleted ${counted(count, 'draft')} that had not been saved within a day.`),
    said(tokenSets, (count) => `Deleted ${counted(count, 'token set')} that had been replaced.`),
    said(secrets, (count) => `Deleted ${counted(count, 'unused secret')}.`),
    said(sum(snapshots), (count) => `Cleared ${counted(count, 'unused snapshot')}.`),
    accounts && reported(accounts),
    ...failed.map((what) => `Could not ${what}. It will be retried in an hour.`),
  ].filter((sentence) => sentence !== undefined);
  return sentences.length > 0 ? sentences : ['There was nothing to do.'];
}

const said = (count: number | undefined, sentence: (count: number) => string) => (count ? sentence(count) : undefined);

const counted = (count: number, what: string) => `${count} ${count === 1 ? what : `${what}s`}`;

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, count) => total + count, 0);

function reported({ reported: count, closed }: ReportOutcome): string | undefined {
  if (count === 0) return undefined;
  const gone =
    closed === 1 ? 'Erased the data of one closed account.' : `Erased the data of ${closed} closed accounts.`;
  return `Reported ${counted(count, 'stored account ID')} to Atlassian.${closed === 0 ? '' : ` ${gone}`}`;
}
