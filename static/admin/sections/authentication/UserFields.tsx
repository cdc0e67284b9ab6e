import { SecretInput } from '../../fields/SecretInput';
import { TextInput } from '../../fields/TextInput';
import type { AuthenticationFieldsProps } from './authentication-fields-props';

type UserFieldProps = Pick<AuthenticationFieldsProps, 'state'>;

/** Name and password of a user that the API knows. */
export function UserFields({ state }: AuthenticationFieldsProps) {
  return (
    <>
      <UsernameField state={state} />
      <PasswordField state={state} />
    </>
  );
}

export function UsernameField({ state }: UserFieldProps) {
  const { values, errors, change } = state;
  return (
    <TextInput
      label="Username"
      value={values.username}
      onChange={(username) => change({ username }, 'authentication.username')}
      error={errors['authentication.username']}
      help="A dedicated account with read-only access is the safest choice."
    />
  );
}

export function PasswordField({ state }: UserFieldProps) {
  const { values, errors, change, stored } = state;
  return (
    <SecretInput
      label="Password"
      value={values.password}
      onChange={(password) => change({ password }, 'password', 'authentication.password')}
      stored={stored?.storedSecrets.password ?? false}
      error={errors.password ?? errors['authentication.password']}
    />
  );
}
