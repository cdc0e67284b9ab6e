import type { RowStep } from '../../../shared/contract';
import type { Column, Frame } from '../../../shared/frame';
import { pickRows } from './pick-rows';
import { type UnreadableValues, unreadableWarning } from '../fill-column';
import { boundStep } from './row-step-registry';
import type { Bind } from './row-step-kind';

/**
 * The frame that a panel's row steps make, one after the other, with a sentence for each part of a step that was left out,
 * such as a condition on a column that is gone. Behind cells that nobody told the values of, conditions match nothing. The
 * frame given stays as it is. `isUntold` says so of steps before these.
 * @throws what `bind` throws
 */
export function applyRowSteps(
  frame: Frame,
  steps: readonly RowStep[],
  bind: Bind,
  isUntold = false,
): { frame: Frame; warnings: string[] } {
  const { unreadable, warnings, frame: made } = countedRowSteps(frame, steps, bind, isUntold);
  const counted = unreadable.filter(({ count }) => count > 0);
  return {
    frame: made,
    warnings: [...warnings, ...counted.map(({ column, count }) => unreadableWarning(column, count))],
  };
}

/** What steps made of a batch of rows. */
export interface CountedSteps {
  frame: Frame;
  warnings: string[];
  unreadable: UnreadableValues[];
  /** No condition of later steps is to judge by these rows. */
  isUntold: boolean;
}

/** As `applyRowSteps`; values that are not of their column's type are counted, for rows that come in several batches. */
export function countedRowSteps(frame: Frame, steps: readonly RowStep[], bind: Bind, isUntold = false): CountedSteps {
  const warnings: string[] = [];
  const counts: UnreadableValues[] = [];
  let current = frame;
  let isNotTold = isUntold;
  for (const step of steps) {
    const { unreadable, ...outcome } = boundStep(step).apply(current, bind);
    current = isNotTold && step.kind === 'where' ? pickRows(outcome.frame, []) : outcome.frame;
    isNotTold ||= outcome.isUntold === true;
    warnings.push(...outcome.warnings);
    if (unreadable) counts.push(unreadable);
  }
  return { frame: current, warnings, unreadable: counts, isUntold: isNotTold };
}

/** The columns that the row steps leave, without a look at any row; the same that `applyRowSteps` returns. */
export function columnsAfter(columns: readonly Column[], steps: readonly RowStep[]): Column[] {
  return steps.reduce((left, step) => boundStep(step).columnsAfter(left), [...columns]);
}
