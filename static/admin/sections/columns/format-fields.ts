import type { ComponentType } from 'react';
import type { ColumnFormat } from '../../../../src/shared/contract';
import {
  ByteUnitsField,
  CurrencyField,
  DateStyleField,
  DecimalsField,
  DurationUnitField,
  FullBarField,
  ListField,
  WholeField,
} from './FormatInputs';
import { DatePatternField, DecimalSignField, LinkTextField, StripTagsField } from './ReadingInputs';
import { StatusColorsField } from './StatusColorsField';
import { ThresholdsField } from './ThresholdsField';
import type { FormatFieldProps } from './format-field-props';

/** The field of each part of a format. */
export const formatFields: Record<keyof ColumnFormat, ComponentType<FormatFieldProps>> = {
  currency: CurrencyField,
  decimals: DecimalsField,
  whole: WholeField,
  byteUnits: ByteUnitsField,
  decimalSign: DecimalSignField,
  datePattern: DatePatternField,
  linkText: LinkTextField,
  stripTags: StripTagsField,
  dateStyle: DateStyleField,
  durationUnit: DurationUnitField,
  statusColors: StatusColorsField,
  list: ListField,
  thresholds: ThresholdsField,
  fullBar: FullBarField,
};
