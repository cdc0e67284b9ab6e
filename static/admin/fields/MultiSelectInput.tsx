import Select from '@atlaskit/select';
import type { ReactNode } from 'react';
import { Field } from './Field';
import { IconButton } from './IconButton';
import type { Choice } from './SelectInput';

interface MultiSelectInputProps {
  label: string;
  values: readonly string[];
  choices: readonly Choice<string>[];
  onChange: (values: string[]) => void;
  help?: ReactNode;
  error?: string;
  optional?: boolean;
  placeholder?: string;
  /** The name of what was chosen and is no choice any more. */
  goneLabel: string;
}

/** A list to choose several from, above those chosen so far in the order in which they were. */
export function MultiSelectInput(props: MultiSelectInputProps) {
  const { label, values, choices, onChange, placeholder, goneLabel } = props;
  const left = choices.filter(({ value }) => !values.includes(value));
  const nameOf = (value: string): string => choices.find((choice) => choice.value === value)?.label ?? goneLabel;
  return (
    <Field {...props}>
      {({ id, labelId, describedBy, invalid }) => (
        <>
          <Select<Choice<string>>
            inputId={id}
            labelId={labelId}
            descriptionId={describedBy}
            options={left}
            value={null}
            onChange={(choice) => choice && onChange([...values, choice.value])}
            placeholder={placeholder ?? 'Add'}
            noOptionsMessage={() => 'All are selected'}
            isInvalid={invalid}
          />
          {values.length > 0 ? (
            <ul className="chosen" aria-label={`Chosen: ${label}`}>
              {values.map((value) => (
                <li key={value}>
                  {nameOf(value)}
                  <IconButton
                    icon="remove"
                    label={`Remove ${nameOf(value)}`}
                    onClick={() => onChange(values.filter((other) => other !== value))}
                  />
                </li>
              ))}
            </ul>
          ) : null}
        </>
      )}
    </Field>
  );
}
