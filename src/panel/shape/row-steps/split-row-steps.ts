import type { RowStep } from '../../../shared/contract';

/** A panel's row steps, taken apart for rows that come one batch after the other. */
export interface SplitRowSteps {
  /** What they make of the first rows stays true whatever follows: done batch by batch. */
  inOrder: RowStep[];
  /** The rows that all batches together may have after those; `Infinity` where no step says. */
  most: number;
  /** What needs all rows, and every step behind it. */
  whole: RowStep[];
}

/** The steps in their order: those that look at one row at a time, a limit behind them, and what needs all rows. */
export function splitRowSteps(steps: readonly RowStep[] = []): SplitRowSteps {
  const beyond = steps.findIndex(({ kind }) => kind !== 'where' && kind !== 'compute');
  const count = beyond < 0 ? steps.length : beyond;
  const inOrder = steps.slice(0, count);
  const next = steps[count];
  if (next?.kind !== 'limit') return { inOrder, most: Infinity, whole: steps.slice(count) };
  return { inOrder, most: next.count, whole: steps.slice(count + 1) };
}
