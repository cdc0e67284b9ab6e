import { TextInput } from './TextInput';

interface SecretInputProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Whether a secret is stored; it never comes back to the screen. */
  stored: boolean;
  error?: string;
  /** What to know of it, before the sentence that says how it is kept. */
  note?: string;
}

/** What stands in an empty secret field. */
export function secretPlaceholder(stored: boolean): string {
  return stored ? 'Set — leave empty to keep' : '';
}

/** A write-only field: it shows that a secret is set, never the secret. */
export function SecretInput({ stored, note, ...input }: SecretInputProps) {
  const kept = stored ? 'A secret is stored. It is never shown again.' : 'Stored encrypted and never shown again.';
  return (
    <TextInput
      {...input}
      type="password"
      autoComplete="new-password"
      placeholder={secretPlaceholder(stored)}
      help={note ? `${note} ${kept}` : kept}
    />
  );
}
