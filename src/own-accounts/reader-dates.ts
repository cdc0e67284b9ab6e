import type { Grant } from '../grants/grant';
import { bearableDisuse, lastUsed } from '../grants/refresh-idle';
import { sha256 } from '../ids';
import type { DataSourceSettings } from '../shared/contract';
import { accountReportMs, unusedAfterMs } from '../shared/limits';
import { endedCohort, type Reader } from './reader';

const hourMs = 3_600_000;
/** Accounts that were connected on the same day are not all refreshed on the same day. */
const spread = 0.2;

/** When the account is to be reported next. */
export const reportDueAt = ({ reportAt, connectedAt }: Reader): number => reportAt ?? connectedAt + accountReportMs;

/** From when on the reader counts as one who does not use the account; of one that was ended, from when on nobody need be told. */
export function unusedFrom({ usedOn, cohort, dataSourceId }: Reader): number {
  const wholeDay = Date.parse(usedOn) + 24 * hourMs;
  return wholeDay + (cohort === endedCohort(dataSourceId) ? 2 : 1) * unusedAfterMs;
}

/** When the grant is to be refreshed lest it end of disuse; `undefined` for one that needs none. */
export function keepAliveAt(grant: Grant, settings: DataSourceSettings): number | undefined {
  if (grant.state !== 'ok' || !grant.facts?.hasRefreshToken) return undefined;
  const earlier = spread * (parseInt(sha256(grant.id).slice(0, 8), 16) / 0xffff_ffff);
  return lastUsed(grant) + (1 - earlier) * bearableDisuse(settings);
}

/** When upkeep looks at the reader next: when the first of these is due, and not before an hour is over. */
export const nextLook = (reader: Reader, keepAlive: number | undefined, now: number): number =>
  Math.max(now + hourMs, Math.min(reportDueAt(reader), unusedFrom(reader), keepAlive ?? Infinity));

/** When upkeep looks for the first time at a reader who connects now. */
export const firstLook = (settings: DataSourceSettings, now: number): number =>
  now + Math.min(accountReportMs, (1 - spread) * bearableDisuse(settings));
