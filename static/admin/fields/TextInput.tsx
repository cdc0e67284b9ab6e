import Textfield from '@atlaskit/textfield';
import type { ReactNode } from 'react';
import { Field } from './Field';

export interface TextInputProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  help?: ReactNode;
  error?: string;
  optional?: boolean;
  placeholder?: string;
  type?: 'text' | 'url' | 'password' | 'number' | 'date';
  /** For selectors, scopes and addresses: figures and signs of equal width. */
  monospaced?: boolean;
  className?: string;
  autoComplete?: string;
}

/** A text field of one line with its label. */
export function TextInput(props: TextInputProps) {
  const { value, onChange, placeholder, type = 'text', monospaced, autoComplete = 'off' } = props;
  return (
    <Field {...props}>
      {({ id, describedBy, invalid }) => (
        <Textfield
          id={id}
          type={type === 'url' ? 'text' : type}
          inputMode={type === 'url' ? 'url' : undefined}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          placeholder={placeholder}
          isInvalid={invalid}
          isMonospaced={monospaced}
          aria-describedby={describedBy}
          autoComplete={autoComplete}
          spellCheck={type === 'text' && !monospaced}
        />
      )}
    </Field>
  );
}
