import { CheckInput } from '../../fields/CheckInput';
import type { Choice } from '../../fields/SelectInput';
import { SelectInput } from '../../fields/SelectInput';
import { TextInput } from '../../fields/TextInput';
import type { FormatFieldProps } from './format-field-props';

const signs: Choice<'usual' | '.' | ','>[] = [
  { value: 'usual', label: 'As programs write them: 1234.5' },
  { value: ',', label: 'Decimal comma: 1.234,5' },
  { value: '.', label: 'Decimal point: 1,234.5' },
];

/** How the source writes numbers that are texts. */
export function DecimalSignField({ format, edit, errors, path }: FormatFieldProps) {
  return (
    <SelectInput
      label="Numbers in the source"
      value={format.decimalSign ?? 'usual'}
      choices={signs}
      onChange={(sign) => edit({ decimalSign: sign === 'usual' ? undefined : sign })}
      error={errors[`${path}.decimalSign`]}
    />
  );
}

/** How the source writes dates, where their form leaves it open. */
export function DatePatternField({ format, edit, errors, path }: FormatFieldProps) {
  return (
    <TextInput
      label="Date pattern"
      optional
      value={format.datePattern ?? ''}
      onChange={(pattern) => edit({ datePattern: pattern === '' ? undefined : pattern })}
      placeholder="dd/MM/yyyy HH:mm"
      help="Only for dates that could mean two days, such as 03/01/2026. Letters: yyyy, MM, MMM, dd, HH, hh, mm, ss, SSS, a, z."
      error={errors[`${path}.datePattern`]}
      monospaced
    />
  );
}

/** What stands in the cell for a link. */
export function LinkTextField({ format, edit, errors, path }: FormatFieldProps) {
  return (
    <TextInput
      label="Link text"
      optional
      value={format.linkText ?? ''}
      onChange={(text) => edit({ linkText: text === '' ? undefined : text })}
      placeholder="{name}"
      help="Shown instead of the address. {name} is the last part of the address."
      error={errors[`${path}.linkText`]}
    />
  );
}

/** Whether the tags of HTML are left out of a text. */
export function StripTagsField({ format, edit }: FormatFieldProps) {
  return (
    <CheckInput
      label="Leave out HTML tags"
      checked={format.stripTags ?? false}
      onChange={(stripTags) => edit({ stripTags: stripTags || undefined })}
      help="For texts such as <p>Up to <b>8</b></p>."
    />
  );
}
