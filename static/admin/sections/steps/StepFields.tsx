import type { RowStep, StepKind } from '../../../../src/shared/contract';
import type { StepFieldsProps } from './step-fields-props';
import { rowStepForms } from './row-step-forms';

interface AnyStepFieldsProps extends Omit<StepFieldsProps<StepKind>, 'step' | 'onChange'> {
  step: RowStep;
  onChange: (step: RowStep) => void;
}

/** The fields of any row step, drawn by the one component that knows its kind. */
export function StepFields({ step, ...props }: AnyStepFieldsProps) {
  return fieldsOf(step.kind, step, props);
}

function fieldsOf<Kind extends StepKind>(
  kind: Kind,
  step: StepFieldsProps<Kind>['step'],
  props: Omit<StepFieldsProps<Kind>, 'step'>,
) {
  const { Fields } = rowStepForms[kind];
  return <Fields {...props} step={step} />;
}
