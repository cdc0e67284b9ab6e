import type { RowStep } from '../../../../src/shared/contract';

/** The step without the spaces around labels and expressions. */
export function trimmedStep(step: RowStep): RowStep {
  if (step.kind === 'compute') {
    const { column } = step;
    return { ...step, column: { ...column, label: column.label.trim(), expression: column.expression.trim() } };
  }
  if (step.kind !== 'group') return step;
  return { ...step, aggregates: step.aggregates.map((aggregate) => ({ ...aggregate, label: aggregate.label.trim() })) };
}
