import type { BetweenPages } from '../../read/upstream';
import { type RowLog, unwrittenRows } from './row-log';
import type { RunWork } from './run-work';

const headBytes = 10_000;
/** Rows beside complete ones are kept for going on and not for looking. */
const asideEveryMs = 60_000;
/** So many cells are as many as a holder keeps in memory without need. */
const mostUnwrittenCells = 500_000;

/**
 * Whether what was read since the last publication is worth one: as many rows again as were published, where the heads so
 * far are not more than the rows, so that all writes together stay below twice those of the rows.
 */
export function isDue({ logs, run }: RunWork, { place }: BetweenPages, now: number): boolean {
  if (logs.some(hasTooMany)) return true;
  if (logs.every(({ isAside }) => isAside)) return now - (run?.at ?? place().began) >= asideEveryMs;
  return !run || logs.some((log) => hasGrown(log, run.n));
}

const hasTooMany = (log: RowLog) => unwrittenRows(log) * log.columns.length >= mostUnwrittenCells;

function hasGrown(log: RowLog, n: number): boolean {
  if (log.isAside) return false;
  const isWorthAHead = n * headBytes <= headBytes + log.bytes;
  return log.rowCount + log.collector.heldRows >= 2 * log.publishedRows && isWorthAHead;
}
