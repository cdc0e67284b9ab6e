import { CheckInput } from '../../fields/CheckInput';
import { SecretInput } from '../../fields/SecretInput';
import type { Choice } from '../../fields/SelectInput';
import { SelectInput } from '../../fields/SelectInput';
import type { BasicHalves } from '../../form-model/data-source/authentication/basic';
import type { AuthenticationFieldsProps } from './authentication-fields-props';
import { PasswordField, UsernameField } from './UserFields';

const halves: Choice<BasicHalves>[] = [
  { value: 'both', label: 'Username and password' },
  { value: 'username', label: 'Only a username, such as an API key' },
  { value: 'password', label: 'Only a password, such as an API key' },
];

/** Name and password, of which either may be left out, and a user name that may be a secret itself. */
export function BasicFields({ state }: AuthenticationFieldsProps) {
  const { values, change } = state;
  const { basicHalves, isUsernameSecret } = values;
  const choose = (chosen: BasicHalves): void =>
    change(
      { basicHalves: chosen, ...(chosen === 'username' && { isUsernameSecret: true }) },
      'authentication.blank',
      'authentication.username',
      'username',
      'password',
    );
  return (
    <>
      <SelectInput label="What is sent" value={basicHalves} choices={halves} onChange={choose} />
      {basicHalves === 'password' ? null : (
        <>
          {isUsernameSecret ? <SecretName state={state} /> : <UsernameField state={state} />}
          <CheckInput
            label="The username is a key"
            help="It is then kept as a secret and never shown again."
            checked={isUsernameSecret}
            onChange={(checked) => change({ isUsernameSecret: checked }, 'authentication.username', 'username')}
          />
        </>
      )}
      {basicHalves === 'username' ? null : <PasswordField state={state} />}
    </>
  );
}

function SecretName({ state }: Pick<AuthenticationFieldsProps, 'state'>) {
  const { values, errors, change, stored } = state;
  return (
    <SecretInput
      label="Username"
      value={values.secretUsername}
      onChange={(secretUsername) => change({ secretUsername }, 'username', 'authentication.username')}
      stored={stored?.storedSecrets.username ?? false}
      error={errors.username ?? errors['authentication.username']}
    />
  );
}
