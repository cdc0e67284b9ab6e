import type { RowStep } from '../../../shared/contract';
import type { Column, Frame } from '../../../shared/frame';
import { pickRows } from './pick-rows';
import { boundStep } from './row-step-registry';
import type { Bind } from './row-step-kind';

/**
 * The frame that a panel's row steps make, one after the other, with a sentence for each part of a step that was left out,
 * such as a condition on a column that is gone. Behind cells that nobody told the values of, conditions match nothing. The
 * frame given stays as it is.
 * @throws what `bind` throws
 */
export function applyRowSteps(
  frame: Frame,
  steps: readonly RowStep[],
  bind: Bind,
): { frame: Frame; warnings: string[] } {
  const warnings: string[] = [];
  let current = frame;
  let isUntold = false;
  for (const step of steps) {
    const outcome = boundStep(step).apply(current, bind);
    current = isUntold && step.kind === 'where' ? pickRows(outcome.frame, []) : outcome.frame;
    isUntold ||= outcome.isUntold === true;
    warnings.push(...outcome.warnings);
  }
  return { frame: current, warnings };
}

/** The columns that the row steps leave, without a look at any row; the same that `applyRowSteps` returns. */
export function columnsAfter(columns: readonly Column[], steps: readonly RowStep[]): Column[] {
  return steps.reduce((left, step) => boundStep(step).columnsAfter(left), [...columns]);
}
