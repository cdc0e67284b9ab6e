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
}

/** A text field of several lines that grows with its text. */
export function TextAreaInput(props: TextAreaInputProps) {
  return (
    <Field {...props}>
      {({ id, describedBy, invalid }) => (
        <TextArea
          id={id}
          value={props.value}
          onChange={(event) => props.onChange(event.currentTarget.value)}
          isInvalid={invalid}
          aria-describedby={describedBy}
          minimumRows={2}
          resize="smart"
        />
      )}
    </Field>
  );
}
