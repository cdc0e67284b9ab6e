import { Problem } from '../../shared/problem';
import { keptRows, type Load, type Loaded } from './kept-rows';
import { mayShowLastGoodRows } from './last-good-rows';
import type { SnapshotHead } from './snapshot/head';
import { staleReasonOf } from './stale-reason';

const busyAskAgainMs = 3000;

/**
 * The rows read last, with the reason why there are no newer ones.
 * @throws Problem the one given, where none are kept or they must not stand in
 */
export async function lastGoodRows<T>(
  load: Load<T>,
  head: SnapshotHead | undefined,
  problem: Problem,
): Promise<Loaded<T>> {
  if (!head || !mayShowLastGoodRows(problem, load.access, head)) throw problem;
  const { code, details } = problem;
  load.services.log('last-good-rows', { panelId: load.panel.id, code, status: details.status });
  const rows = await keptRows(load, head, { staleReason: staleReasonOf(problem, load.panel.settings.name) });
  if (!rows) throw problem;
  return rows;
}

/** Whether nobody could be asked just now. */
export const isBusy = (error: unknown): error is Problem => error instanceof Problem && error.code === 'busy';

/** Nobody could be asked just now, which will pass by itself: old rows, or the word when to ask again. */
export async function busyRows<T>(load: Load<T>, head: SnapshotHead | undefined, problem: Problem): Promise<Loaded<T>> {
  const askAgainMs = problem.details.retryAfterMs ?? busyAskAgainMs;
  const staleReason = staleReasonOf(problem, load.panel.settings.name);
  const rows = head && (await keptRows(load, head, { staleReason, askAgainMs }));
  return rows ?? { state: 'pending', askAgainMs };
}
