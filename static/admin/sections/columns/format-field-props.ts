import type { ColumnFormat } from '../../../../src/shared/contract';
import type { FieldErrors } from '../../form-model/field-errors';

/** What the field of every part of a format takes. */
export interface FormatFieldProps {
  format: ColumnFormat;
  edit: (patch: Partial<ColumnFormat>) => void;
  errors: FieldErrors;
  /** Where the errors of the format are found. */
  path: string;
  /** Values that the column has in the response, as far as they are known. */
  found?: readonly string[];
}
