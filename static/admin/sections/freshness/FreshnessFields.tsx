import Select from '@atlaskit/select';
import { numberBounds } from '../../../../src/shared/number-bounds';
import Textfield from '@atlaskit/textfield';
import type { FieldErrors } from '../../form-model/field-errors';
import { Field } from '../../fields/Field';
import type { Age, AgeName, AgeUnit, FreshnessValues } from '../../form-model/freshness-values';
import { ageError, ageUnits } from '../../form-model/freshness-values';

interface FreshnessFieldsProps {
  values: FreshnessValues;
  onChange: (values: FreshnessValues, name: AgeName) => void;
  errors: FieldErrors;
}

const ages: { name: AgeName; label: string; help: string }[] = [
  { name: 'freshSeconds', label: 'Fresh for', help: 'Younger rows are shown without a request to the API.' },
  {
    name: 'staleSeconds',
    label: 'May be shown stale for',
    help: 'Younger rows are shown at once, while new ones are fetched in the background.',
  },
  {
    name: 'keepSeconds',
    label: 'Last good rows kept for',
    help: `Younger rows are shown if the API fails. Older ones are never shown. At most ${numberBounds.ageDays.most} days.`,
  },
];

const choices = ageUnits.map((value) => ({ value, label: value }));

/** How old rows may be, as three ages of which none is shorter than the one before. */
export function FreshnessFields({ values, onChange, errors }: FreshnessFieldsProps) {
  return (
    <div className="ages">
      {ages.map(({ name, label, help }) => (
        <AgeInput
          key={name}
          label={label}
          help={help}
          value={values[name]}
          onChange={(age) => onChange({ ...values, [name]: age }, name)}
          error={errors[`freshness.${name}`] ?? ageError(values, name)}
        />
      ))}
      {errors.freshness ? <p className="field-error">{errors.freshness}</p> : null}
    </div>
  );
}

interface AgeInputProps {
  label: string;
  help: string;
  value: Age;
  onChange: (age: Age) => void;
  error: string | undefined;
}

/** A length of time: a number and its unit. */
function AgeInput({ label, help, value, onChange, error }: AgeInputProps) {
  return (
    <Field label={label} help={help} error={error}>
      {({ id, describedBy, invalid }) => (
        <div className="age">
          <Textfield
            id={id}
            type="number"
            min={0}
            value={value.amount}
            onChange={(event) => onChange({ ...value, amount: event.currentTarget.value })}
            isInvalid={invalid}
            aria-describedby={describedBy}
          />
          <Select<{ value: AgeUnit; label: string }>
            aria-label={`Unit of ${label.toLowerCase()}`}
            options={choices}
            value={choices.find((choice) => choice.value === value.unit) ?? null}
            onChange={(choice) => choice && onChange({ ...value, unit: choice.value })}
            isSearchable={false}
          />
        </div>
      )}
    </Field>
  );
}
