import { CopyInput } from '../fields/CopyInput';
import { SecretInput } from '../fields/SecretInput';
import { SelectInput } from '../fields/SelectInput';
import { TextInput } from '../fields/TextInput';
import type { AuthenticationFieldsProps } from './authentication-forms';
import { OfflineAccessHint } from './OfflineAccessHint';
import { PresetPicker } from './PresetPicker';

const grantTypes = [{ value: 'authorization_code', label: 'Authorization Code' }] as const;

/** The fields of OAuth2, in the order in which a provider's registration page asks for them. */
export function OAuth2Fields({ state, context }: AuthenticationFieldsProps) {
  const { values, errors, change } = state;
  const secretError = errors.clientSecret ?? errors['authentication.clientSecret'];
  return (
    <>
      <PresetPicker state={state} presets={context.presets} />
      <SelectInput
        label="Grant type"
        value="authorization_code"
        choices={grantTypes}
        onChange={() => undefined}
        error={errors['authentication.grantType']}
        help="An admin signs in once; every reader sees what that account may see."
      />
      <CopyInput
        label="Callback URL"
        value={context.callbackUrl}
        help="Register this address as redirect URI at the provider. It is this site's own: one that was registered for another app or site does not work here."
      />
      <TextInput
        label="Client ID"
        value={values.clientId}
        onChange={(clientId) => change({ clientId }, 'authentication.clientId')}
        error={errors['authentication.clientId']}
        monospaced
      />
      <SecretInput
        label="Client Secret"
        value={values.clientSecret}
        onChange={(clientSecret) => change({ clientSecret }, 'clientSecret', 'authentication.clientSecret')}
        stored={state.stored?.storedSecrets.clientSecret ?? false}
        error={secretError}
      />
      <TextInput
        label="Auth URL"
        type="url"
        value={values.authUrl}
        onChange={(authUrl) => change({ authUrl }, 'authentication.authUrl')}
        error={errors['authentication.authUrl']}
        help="Where the admin is sent to sign in."
        monospaced
      />
      <TextInput
        label="Token URL"
        type="url"
        value={values.tokenUrl}
        onChange={(tokenUrl) => change({ tokenUrl }, 'authentication.tokenUrl')}
        error={errors['authentication.tokenUrl']}
        monospaced
      />
      <TextInput
        label="Revoke URL"
        type="url"
        optional
        value={values.revokeUrl}
        onChange={(revokeUrl) => change({ revokeUrl }, 'authentication.revokeUrl')}
        error={errors['authentication.revokeUrl']}
        help="Leave empty where the provider has none, as with Microsoft Entra ID."
        monospaced
      />
      <TextInput
        label="Scopes"
        value={values.scopes}
        onChange={(scopes) => change({ scopes }, 'authentication.scopes')}
        error={errors['authentication.scopes']}
        help="Separated by spaces."
        monospaced
      />
      <OfflineAccessHint state={state} />
    </>
  );
}
