import { SecretInput } from '../../fields/SecretInput';
import { TextInput } from '../../fields/TextInput';
import type { AuthenticationFieldsProps } from './authentication-fields-props';

/** Name and password of a user that the API knows. */
export function UserFields({ state }: AuthenticationFieldsProps) {
  const { values, errors, change, stored } = state;
  return (
    <>
      <TextInput
        label="Username"
        value={values.username}
        onChange={(username) => change({ username }, 'authentication.username')}
        error={errors['authentication.username']}
        help="A dedicated account with read-only access is the safest choice."
      />
      <SecretInput
        label="Password"
        value={values.password}
        onChange={(password) => change({ password }, 'password', 'authentication.password')}
        stored={stored?.storedSecrets.password ?? false}
        error={errors.password ?? errors['authentication.password']}
      />
    </>
  );
}
