import { secretPlaceholder } from './SecretInput';
import { TextAreaInput } from './TextAreaInput';

interface SecretTextInputProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Whether a secret is stored; it never comes back to the screen. */
  stored: boolean;
  error?: string;
  /** What to paste, before the sentence that says how it is kept. */
  note: string;
}

/** A write-only field for a secret of several lines. */
export function SecretTextInput({ stored, note, ...input }: SecretTextInputProps) {
  const kept = stored ? 'A secret is stored. It is never shown again.' : 'Stored encrypted and never shown again.';
  return <TextAreaInput {...input} monospaced placeholder={secretPlaceholder(stored)} help={`${note} ${kept}`} />;
}
