import { TextInput } from './TextInput';

interface SecretInputProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Whether a secret is stored; it never comes back to the screen. */
  stored: boolean;
  error?: string;
}

/** A write-only field: it shows that a secret is set, never the secret. */
export function SecretInput({ stored, ...input }: SecretInputProps) {
  const help = stored ? 'A secret is stored. It is never shown again.' : 'Stored encrypted and never shown again.';
  return (
    <TextInput
      {...input}
      type="password"
      autoComplete="new-password"
      placeholder={stored ? 'Set — leave empty to keep' : ''}
      help={help}
    />
  );
}
