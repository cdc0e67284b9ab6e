import type { RowStep } from '../../../shared/contract';
import type { Column } from '../../../shared/frame';
import type { FieldError } from '../../../shared/problem';
import { boundStep } from './row-step-registry';

/** What keeps row steps on these columns from being saved, by field, as in `rowSteps.2.column.expression`; else empty. */
export function checkRowSteps(columns: readonly Column[], steps: readonly RowStep[]): FieldError[] {
  const errors: FieldError[] = [];
  let current = [...columns];
  steps.forEach((step, index) => {
    const bound = boundStep(step);
    for (const { path, message } of bound.check(current)) errors.push({ path: `rowSteps.${index}.${path}`, message });
    current = bound.columnsAfter(current);
  });
  return errors;
}
