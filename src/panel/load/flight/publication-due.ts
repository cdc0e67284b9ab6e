import type { BetweenPages } from '../../read/upstream';
import type { PanelServices } from '../panel-services';
import { type RowLog, unwrittenRows, writtenRows } from './row-log';
import type { RunWork } from './run-work';
import { mayWrite } from './write-budget';

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

/**
 * Whether what is due may be written in this minute; so that tokens can always be stored, it waits where the minute is used
 * up, but not where memory has no room for more.
 */
export async function mayPublish({ logs }: RunWork, services: PanelServices): Promise<boolean> {
  if (logs.some(hasTooMany)) return true;
  const bytes = logs.reduce((sum, log) => sum + unwrittenRows(log) * bytesOfRow(log), 0);
  return mayWrite(bytes, logs[0]?.target.place ?? {}, services).catch(() => true); // a storage that fails refuses the part as well
}

/** As large as those that were written; 0 where none was. */
const bytesOfRow = (log: RowLog) => log.bytes / Math.max(1, writtenRows(log));

const hasTooMany = (log: RowLog) => unwrittenRows(log) * log.columns.length >= mostUnwrittenCells;

function hasGrown(log: RowLog, n: number): boolean {
  if (log.isAside) return false;
  const isWorthAHead = n * headBytes <= headBytes + log.bytes;
  return log.rowCount + log.collector.heldRows >= 2 * log.publishedRows && isWorthAHead;
}
