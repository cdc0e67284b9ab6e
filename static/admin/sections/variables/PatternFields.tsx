import type { ValuePattern } from '../../../../src/shared/contract';
import { TextInput } from '../../fields/TextInput';
import type { FieldErrors } from '../../form-model/field-errors';

interface PatternFieldsProps {
  pattern: ValuePattern | undefined;
  path: string;
  errors: FieldErrors;
  /** `undefined` where any text is taken. */
  onChange: (pattern: ValuePattern | undefined) => void;
}

/** How the texts that a variable takes are written; none is needed. */
export function PatternFields({ pattern, path, errors, onChange }: PatternFieldsProps) {
  const { expression = '', words = '' } = pattern ?? {};
  return (
    <div className="field-pair">
      <TextInput
        label="Pattern"
        optional
        value={expression}
        onChange={(text) => onChange(text === '' ? undefined : { expression: text, words })}
        error={errors[`${path}.expression`]}
        placeholder={String.raw`[A-Z]{2}-\d{4}`}
        help="A regular expression for the whole value. Any other value is refused before the API is asked."
        monospaced
      />
      {pattern ? (
        <TextInput
          label="The value must be"
          value={words}
          onChange={(text) => onChange({ expression, words: text })}
          error={errors[`${path}.words`]}
          placeholder="an order number such as AB-1234"
          help="Readers are told so where their value is another one."
        />
      ) : null}
    </div>
  );
}
