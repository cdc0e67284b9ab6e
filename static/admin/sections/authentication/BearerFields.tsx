import { SecretInput } from '../../fields/SecretInput';
import type { AuthenticationFieldsProps } from './authentication-fields-props';

/** A token that was made at the provider, such as a personal access token. */
export function BearerFields({ state }: AuthenticationFieldsProps) {
  const { values, errors, change, stored } = state;
  return (
    <SecretInput
      label="Token"
      value={values.token}
      onChange={(token) => change({ token }, 'token', 'authentication.token')}
      stored={stored?.storedSecrets.token ?? false}
      error={errors.token ?? errors['authentication.token']}
      note="Only the token. The app adds Bearer before it."
    />
  );
}
