import type { ColumnFormat } from '../../../../src/shared/contract';
import { numberBounds } from '../../../../src/shared/number-bounds';
import type { Choice } from '../../fields/SelectInput';
import { SelectInput } from '../../fields/SelectInput';
import { TextInput } from '../../fields/TextInput';
import { WholeNumberInput } from '../../fields/WholeNumberInput';
import type { FormatFieldProps } from './format-field-props';

/** The currency of amounts that do not say it. */
export function CurrencyField({ format, edit, errors, path }: FormatFieldProps) {
  return (
    <TextInput
      label="Currency"
      className="field-short"
      value={format.currency ?? ''}
      onChange={(text) => edit({ currency: text.trim() === '' ? undefined : text.trim().toUpperCase() })}
      placeholder="EUR"
      help="Three-letter code, such as EUR."
      error={errors[`${path}.currency`]}
    />
  );
}

/** Digits behind the decimal sign. */
export function DecimalsField({ format, edit, errors, path }: FormatFieldProps) {
  return (
    <WholeNumberInput
      label="Decimals"
      bounds={numberBounds.decimals}
      optional
      value={format.decimals}
      onChange={(decimals) => edit({ decimals })}
      help="Leave empty to keep the value’s own."
      error={errors[`${path}.decimals`]}
    />
  );
}

const wholes: Choice<'1' | '100'>[] = [
  { value: '1', label: '0.25 means 25 %' },
  { value: '100', label: '25 means 25 %' },
];

/** How the source writes percents. */
export function WholeField({ format, edit, errors, path }: FormatFieldProps) {
  return (
    <SelectInput
      label="In the source"
      value={format.whole === 100 ? '100' : '1'}
      choices={wholes}
      onChange={(whole) => edit({ whole: whole === '100' ? 100 : 1 })}
      error={errors[`${path}.whole`]}
    />
  );
}

const byteUnits: Choice<NonNullable<ColumnFormat['byteUnits']>>[] = [
  { value: 'decimal', label: 'Decimal: 1 kB is 1,000 bytes' },
  { value: 'binary', label: 'Binary: 1 KiB is 1,024 bytes' },
];

/** By what numbers of bytes are made shorter. */
export function ByteUnitsField({ format, edit, errors, path }: FormatFieldProps) {
  return (
    <SelectInput
      label="Units"
      value={format.byteUnits ?? 'decimal'}
      choices={byteUnits}
      onChange={(units) => edit({ byteUnits: units })}
      error={errors[`${path}.byteUnits`]}
    />
  );
}

const dateStyles: Choice<NonNullable<ColumnFormat['dateStyle']>>[] = [
  { value: 'short', label: 'Short: 23/11/2026' },
  { value: 'medium', label: 'Medium: 23 Nov 2026' },
  { value: 'long', label: 'Long: 23 November 2026' },
  { value: 'relative', label: 'Relative: 3 days ago' },
];

/** How dates are written; the order of their parts is the reader's. */
export function DateStyleField({ format, edit, errors, path }: FormatFieldProps) {
  return (
    <SelectInput
      label="Date style"
      value={format.dateStyle ?? 'medium'}
      choices={dateStyles}
      onChange={(dateStyle) => edit({ dateStyle })}
      error={errors[`${path}.dateStyle`]}
    />
  );
}

const durationUnits: Choice<NonNullable<ColumnFormat['durationUnit']>>[] = [
  { value: 'milliseconds', label: 'Milliseconds' },
  { value: 'seconds', label: 'Seconds' },
  { value: 'minutes', label: 'Minutes' },
  { value: 'hours', label: 'Hours' },
  { value: 'days', label: 'Days' },
];

/** What a number of a duration counts. */
export function DurationUnitField({ format, edit, errors, path }: FormatFieldProps) {
  return (
    <SelectInput
      label="Unit in the source"
      value={format.durationUnit ?? 'seconds'}
      choices={durationUnits}
      onChange={(durationUnit) => edit({ durationUnit })}
      help="Durations such as PT2H30M include their unit."
      error={errors[`${path}.durationUnit`]}
    />
  );
}

const lists: Choice<NonNullable<ColumnFormat['list']>>[] = [
  { value: 'joined', label: 'All entries in one cell' },
  { value: 'count', label: 'The number of entries' },
  { value: 'rows', label: 'A row for each entry' },
];

/** What becomes of a list in a cell. */
export function ListField({ format, edit, errors, path }: FormatFieldProps) {
  return (
    <SelectInput
      label="Show the list as"
      value={format.list ?? 'joined'}
      choices={lists}
      onChange={(list) => edit({ list })}
      error={errors[`${path}.list`]}
    />
  );
}

/** The number whose bar fills its cell. */
export function FullBarField({ format, edit, errors, path }: FormatFieldProps) {
  return (
    <TextInput
      label="Full bar at"
      className="field-short"
      type="number"
      value={format.fullBar === undefined ? '' : String(format.fullBar)}
      onChange={(text) => edit({ fullBar: text.trim() === '' ? undefined : Number(text) })}
      help="Leave empty for no bar. For a percentage, 100 % is 1."
      error={errors[`${path}.fullBar`]}
    />
  );
}
