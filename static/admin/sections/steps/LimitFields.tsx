import { numberBounds } from '../../../../src/shared/number-bounds';
import { WholeNumberInput } from '../../fields/WholeNumberInput';
import type { StepFieldsProps } from './step-fields-props';

/** How many rows stay, counted from the first. */
export function LimitFields({ step, onChange, errors, path }: StepFieldsProps<'limit'>) {
  return (
    <WholeNumberInput
      label="Rows"
      bounds={numberBounds.rowLimit}
      value={step.count === 0 ? undefined : step.count}
      onChange={(count) => onChange({ ...step, count: count ?? 0 })}
      error={errors[`${path}.count`]}
    />
  );
}
