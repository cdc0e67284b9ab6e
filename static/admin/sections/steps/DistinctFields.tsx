import { errorWithin } from '../../form-model/field-errors';
import { ColumnsInput } from '../columns/ColumnInput';
import type { StepFieldsProps } from './step-fields-props';

/** Of rows that are equal in some columns, the first one stays. */
export function DistinctFields({ step, onChange, columns, errors, path }: StepFieldsProps<'distinct'>) {
  return (
    <ColumnsInput
      label="Keep one row for each"
      columns={columns}
      values={step.columns}
      onChange={(keys) => onChange({ ...step, columns: keys })}
      help="Of rows that are equal in these columns, the first one is kept."
      error={errorWithin(errors, `${path}.columns`)}
    />
  );
}
