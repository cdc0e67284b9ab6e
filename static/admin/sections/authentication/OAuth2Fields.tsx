import type { GrantType } from '../../../../src/shared/contract';
import { CopyInput } from '../../fields/CopyInput';
import type { Choice } from '../../fields/SelectInput';
import { SelectInput } from '../../fields/SelectInput';
import { TextInput } from '../../fields/TextInput';
import type { OAuth2Values } from '../../form-model/data-source/authentication/oauth2';
import type { AuthenticationFieldsProps } from './authentication-fields-props';
import { ClientFields } from './ClientFields';
import { EndpointFields } from './EndpointFields';
import { IssuerFill } from './IssuerFill';
import { OAuth2Advanced } from './OAuth2Advanced';
import { PresetPicker } from './PresetPicker';
import { WhoSignsInFields } from './WhoSignsInFields';

const grantTypes: Choice<GrantType>[] = [
  { value: 'authorization_code', label: 'Authorization Code' },
  { value: 'client_credentials', label: 'Client Credentials' },
  { value: 'jwt_bearer', label: 'JWT Bearer' },
  { value: 'other', label: 'Other' },
];
const whoActs: Record<GrantType, string> = {
  authorization_code: 'People sign in at the provider and consent to what the app may do.',
  client_credentials:
    'Nobody signs in. The app acts on its own behalf, with the permissions the provider gives the client.',
  jwt_bearer:
    'Nobody signs in. The app signs an assertion with a private key, for itself or for a user whom the provider allows.',
  other: 'Nobody signs in. The token request names a grant type of the provider; add its parameters below.',
};

/** With JWT Bearer, most providers want no client authentication beside the assertion. */
const grantTypePatch = (grantType: GrantType): Partial<OAuth2Values> =>
  grantType === 'jwt_bearer' ? { grantType, clientAuthentication: 'none' } : { grantType };

/** The fields of OAuth2, in the order in which a provider's registration page shows them. */
export function OAuth2Fields({ state, context, hosts, onCallbackCopied }: AuthenticationFieldsProps) {
  const { values, errors, change } = state;
  return (
    <>
      <PresetPicker state={state} presets={context.presets}>
        <IssuerFill state={state} hosts={hosts} />
      </PresetPicker>
      <SelectInput
        label="Grant type"
        value={values.grantType}
        choices={grantTypes}
        onChange={(grantType) =>
          change(grantTypePatch(grantType), 'authentication.grantType', 'authentication.authUrl')
        }
        error={errors['authentication.grantType']}
        help={whoActs[values.grantType]}
      />
      {values.grantType === 'authorization_code' ? <WhoSignsInFields state={state} /> : null}
      {values.grantType === 'authorization_code' ? (
        <CopyInput
          label="Callback URL"
          value={context.callbackUrl}
          onCopied={onCallbackCopied}
          help="Register this address as a redirect URI with the provider. It belongs to this site: an address registered for another app or site does not work here."
        />
      ) : null}
      {values.grantType === 'other' ? (
        <TextInput
          label="Name of the grant type"
          value={values.otherGrantType}
          onChange={(otherGrantType) => change({ otherGrantType }, 'authentication.otherGrantType')}
          error={errors['authentication.otherGrantType']}
          placeholder="account_credentials"
          help="Sent as grant_type. Its parameters are token parameters, under Advanced authentication."
          monospaced
        />
      ) : null}
      <ClientFields state={state} />
      <EndpointFields state={state} />
      <TextInput
        label="Scopes"
        value={values.scopes}
        onChange={(scopes) => change({ scopes }, 'authentication.scopes')}
        error={errors['authentication.scopes']}
        help="Separated by spaces."
        monospaced
      />
      <OAuth2Advanced state={state} />
    </>
  );
}
