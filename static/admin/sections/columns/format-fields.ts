import type { ComponentType } from 'react';
import type { ColumnFormat } from '../../../../src/shared/contract';
import type { FieldErrors } from '../../form-model/field-errors';
import { CurrencyField, DateStyleField, DecimalsField, DurationUnitField, ListField, WholeField } from './FormatInputs';
import { StatusColorsField } from './StatusColorsField';

export interface FormatFieldProps {
  format: ColumnFormat;
  edit: (patch: Partial<ColumnFormat>) => void;
  errors: FieldErrors;
  /** Where the errors of the format are found. */
  path: string;
}

/** The field of each part of a format. */
export const formatFields: Record<keyof ColumnFormat, ComponentType<FormatFieldProps>> = {
  currency: CurrencyField,
  decimals: DecimalsField,
  whole: WholeField,
  dateStyle: DateStyleField,
  durationUnit: DurationUnitField,
  statusColors: StatusColorsField,
  list: ListField,
};
