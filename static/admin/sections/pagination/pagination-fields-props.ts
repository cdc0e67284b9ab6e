import type { PaginationValues } from '../../form-model/data-source/pagination-values';
import type { FieldErrors } from '../../form-model/field-errors';

/** What the fields of every pagination style take. */
export interface PaginationFieldsProps {
  values: PaginationValues;
  edit: (patch: Partial<PaginationValues>, ...paths: string[]) => void;
  errors: FieldErrors;
}
