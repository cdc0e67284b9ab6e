import TextArea from '@atlaskit/textarea';
import type { ReactNode } from 'react';
import { Field } from './Field';

interface TextAreaInputProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  help?: ReactNode;
  error?: string;
  optional?: boolean;
  placeholder?: string;
  /** For JSON, queries and commands. */
  monospaced?: boolean;
  minimumRows?: number;
}

/** A text field of several lines that grows with its text. */
export function TextAreaInput(props: TextAreaInputProps) {
  const { value, onChange, placeholder, monospaced, minimumRows = 2 } = props;
  return (
    <Field {...props}>
      {({ id, describedBy, invalid }) => (
        <TextArea
          id={id}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          placeholder={placeholder}
          isInvalid={invalid}
          isMonospaced={monospaced}
          spellCheck={!monospaced}
          aria-describedby={describedBy}
          minimumRows={minimumRows}
          resize="smart"
        />
      )}
    </Field>
  );
}
