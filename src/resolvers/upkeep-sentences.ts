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
    said(idle?.refreshed, (count) => `Refreshed ${counted(count, 'sign-in')} that had not been used for long.`),
    said(idle?.failed, (count) => `${counted(count, 'unused sign-in')} could not be refreshed. The badges say why.`),
    said(deletions, (count) => `Finished ${counted(count, 'deletion')} that had broken off.`),
    said(drafts, (count) => `Deleted ${counted(count, 'draft')} that had not been saved within a day.`),
    said(tokenSets, (count) => `Deleted ${counted(count, 'token set')} that had been replaced.`),
    said(secrets, (count) => `Deleted ${counted(count, 'secret')} that nothing used any more.`),
    said(sum(snapshots), (count) => `Cleared ${counted(count, 'snapshot')} that nothing showed any more.`),
    accounts && reported(accounts),
    ...failed.map((what) => `Could not ${what}. It is tried again in an hour.`),
  ].filter((sentence) => sentence !== undefined);
  return sentences.length > 0 ? sentences : ['There was nothing to do.'];
}

const said = (count: number | undefined, sentence: (count: number) => string) => (count ? sentence(count) : undefined);

const counted = (count: number, what: string) => `${count} ${count === 1 ? what : `${what}s`}`;

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, count) => total + count, 0);

function reported({ reported: count, closed }: ReportOutcome): string | undefined {
  if (count === 0) return undefined;
  const gone = closed === 1 ? 'One account had been closed and was erased.' : `${closed} closed accounts were erased.`;
  return `Reported ${counted(count, 'stored account id')} to Atlassian.${closed === 0 ? '' : ` ${gone}`}`;
}
