import type { FieldErrors } from '../../form-model/field-errors';
import { numberBounds } from '../../../../src/shared/number-bounds';
import { WholeNumberInput } from '../../fields/WholeNumberInput';

interface RowsPerPageFieldProps {
  rowsPerPage: number;
  onChange: (rowsPerPage: number) => void;
  errors: FieldErrors;
}

/** Rows shown at once; an empty field is 0, which the app refuses. */
export function RowsPerPageField({ rowsPerPage, onChange, errors }: RowsPerPageFieldProps) {
  return (
    <WholeNumberInput
      label="Rows per page"
      bounds={numberBounds.rowsPerPage}
      value={rowsPerPage === 0 ? undefined : rowsPerPage}
      onChange={(next) => onChange(next ?? 0)}
      error={errors['visual.rowsPerPage']}
    />
  );
}
