import type { AdminContext, Preset } from '../../../../src/shared/contract';
import { CopyInput } from '../../fields/CopyInput';
import { SecretInput } from '../../fields/SecretInput';
import { TextInput } from '../../fields/TextInput';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { ClientFields } from '../authentication/ClientFields';

interface ProviderCredentialsProps {
  preset: Preset;
  state: DataSourceFormState;
  context: AdminContext;
  onCallbackCopied: () => void;
}

/** What proves who the app is, called as the provider calls it. */
export function ProviderCredentials(props: ProviderCredentialsProps) {
  const { preset, state } = props;
  switch (preset.authentication.type) {
    case 'oauth2':
      return <SignIn {...props} />;
    case 'basic':
    case 'digest':
      return (
        <>
          {preset.authentication.username === '' && !isBlank(preset) ? (
            <Username preset={preset} state={state} />
          ) : null}
          <Secret preset={preset} state={state} name="password" label="Password" />
        </>
      );
    case 'bearer':
      return <Secret preset={preset} state={state} name="token" label="Token" />;
    case 'api-key':
      return <Secret preset={preset} state={state} name="apiKey" label="Key" />;
    case 'custom-header':
      return <Secret preset={preset} state={state} name="headerValue" label="Value" />;
    case 'none':
      return null;
  }
}

const isBlank = ({ authentication }: Preset): boolean =>
  authentication.type === 'basic' && authentication.blank === 'username';

function SignIn({ state, context, onCallbackCopied }: ProviderCredentialsProps) {
  return (
    <>
      {state.values.grantType === 'authorization_code' ? (
        <CopyInput
          label="Callback URL"
          value={context.callbackUrl}
          onCopied={onCallbackCopied}
          help="Register this address as a redirect URI with the provider."
        />
      ) : null}
      <ClientFields state={state} />
    </>
  );
}

type FieldProps = Pick<ProviderCredentialsProps, 'preset' | 'state'>;

function Username({ preset, state: { values, errors, change } }: FieldProps) {
  return (
    <TextInput
      label={preset.credentialLabels?.username ?? 'Username'}
      value={values.username}
      onChange={(username) => change({ username }, 'authentication.username')}
      error={errors['authentication.username']}
      help="A dedicated account with read-only access is the safest choice."
    />
  );
}

interface SecretProps extends FieldProps {
  name: 'password' | 'token' | 'apiKey' | 'headerValue';
  label: string;
}

function Secret({ preset, state: { values, errors, change, stored }, name, label }: SecretProps) {
  return (
    <SecretInput
      label={preset.credentialLabels?.secret ?? label}
      value={values[name]}
      onChange={(secret) => change({ [name]: secret }, name, `authentication.${name}`)}
      stored={stored?.storedSecrets[name] ?? false}
      error={errors[name] ?? errors[`authentication.${name}`]}
    />
  );
}
