import { CheckInput } from '../../fields/CheckInput';
import type { Choice } from '../../fields/SelectInput';
import { SelectInput } from '../../fields/SelectInput';
import { TextInput } from '../../fields/TextInput';
import type { TokenEndpointValues } from '../../form-model/data-source/authentication/token-endpoint-values';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';

const formats: Choice<TokenEndpointValues['tokenRequestFormat']>[] = [
  { value: 'form', label: 'Form, as OAuth has it' },
  { value: 'json', label: 'JSON' },
];

/** What a few token endpoints and APIs want otherwise than the standard has it. */
export function TokenEndpointFields({ state }: { state: DataSourceFormState }) {
  const { values, errors, change } = state;
  const at = (name: string): string => `authentication.${name}`;
  return (
    <>
      <div className="field-pair">
        <SelectInput
          label="Format of the token request"
          value={values.tokenRequestFormat}
          choices={formats}
          onChange={(tokenRequestFormat) => change({ tokenRequestFormat }, at('tokenRequestFormat'))}
          error={errors[at('tokenRequestFormat')]}
        />
        <TextInput
          label="Place of the access token"
          optional
          value={values.tokenPath}
          onChange={(tokenPath) => change({ tokenPath }, at('tokenPath'))}
          error={errors[at('tokenPath')]}
          placeholder="data.access_token"
          help="Found automatically if empty."
          monospaced
        />
      </div>
      <TextInput
        label="Sign of an expired token"
        optional
        value={values.expirySign}
        onChange={(expirySign) => change({ expirySign }, at('expirySign'))}
        error={errors[at('expirySign')]}
        placeholder="TOKEN_EXPIRED"
        help="A status, or a word in the API’s response. Needed only if it is neither 401 nor invalid_token."
        monospaced
      />
      {values.grantType === 'authorization_code' ? (
        <CheckInput
          label="Leave out PKCE"
          checked={values.noPkce}
          onChange={(noPkce) => change({ noPkce }, at('noPkce'))}
          help={errors[at('noPkce')] ?? 'Only if the provider refuses sign-ins with PKCE.'}
        />
      ) : null}
    </>
  );
}
