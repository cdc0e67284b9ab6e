import { SecretInput } from '../../fields/SecretInput';
import { TextInput } from '../../fields/TextInput';
import type { AuthenticationFieldsProps } from './authentication-fields-props';

/** One header whose whole value is secret. */
export function CustomHeaderFields({ state }: AuthenticationFieldsProps) {
  const { values, errors, change, stored } = state;
  return (
    <>
      <TextInput
        label="Header name"
        value={values.headerName}
        onChange={(headerName) => change({ headerName }, 'authentication.name')}
        error={errors['authentication.name']}
        placeholder="Authorization"
        monospaced
      />
      <SecretInput
        label="Header value"
        value={values.headerValue}
        onChange={(headerValue) => change({ headerValue }, 'headerValue', 'authentication.headerValue')}
        stored={stored?.storedSecrets.headerValue ?? false}
        error={errors.headerValue ?? errors['authentication.headerValue']}
        note="The whole value, including anything before the credential."
      />
    </>
  );
}
