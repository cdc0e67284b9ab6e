import type { PanelVariable, StepKind, StepOf } from '../../../../src/shared/contract';
import type { OfferedColumn } from '../../form-model/panel/columns-after';
import type { FieldErrors } from '../../form-model/field-errors';

/** What the fields of every kind of row step take. */
export interface StepFieldsProps<Kind extends StepKind> {
  step: StepOf<Kind>;
  onChange: (step: StepOf<Kind>) => void;
  /** The columns that the step before it left. */
  columns: readonly OfferedColumn[];
  variables: readonly PanelVariable[];
  errors: FieldErrors;
  /** Where the errors of the step are found. */
  path: string;
  /** A key for a column that the step makes. */
  newKey: () => string;
}
