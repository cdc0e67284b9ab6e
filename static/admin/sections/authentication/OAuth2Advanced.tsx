import type { ClientAuthentication } from '../../../../src/shared/contract';
import { numberBounds } from '../../../../src/shared/number-bounds';
import { NumberInput } from '../../fields/NumberInput';
import { NamedRowsInput } from '../../fields/NamedRowsInput';
import { tokenParameterSecret } from '../../form-model/named-rows';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { Disclosure } from '../../fields/Disclosure';
import { errorWithin, hasErrorWithin } from '../../form-model/field-errors';
import type { Choice } from '../../fields/SelectInput';
import { SelectInput } from '../../fields/SelectInput';
import { TextInput } from '../../fields/TextInput';
import { signsAssertions } from '../../form-model/data-source/authentication/assertion-values';
import { AssertionFields } from './AssertionFields';
import { TokenEndpointFields } from './TokenEndpointFields';
import { prefixed } from '../../../../src/shared/prefixed';

const clientChoices: Choice<ClientAuthentication>[] = [
  { value: 'client_secret_post', label: 'Secret in the body (client_secret_post)' },
  { value: 'client_secret_basic', label: 'Secret in a header (client_secret_basic)' },
  { value: 'private_key_jwt', label: 'Signed with a private key (private_key_jwt)' },
  { value: 'none', label: 'None: no secret' },
];
const separators = [
  { value: ' ', label: 'Space' },
  { value: ',', label: 'Comma' },
] as const;
const inside = [
  'clientAuthentication',
  'scopeSeparator',
  'authorizeParameters',
  'tokenParameters',
  'tokenHeader',
  'assumedLifetime',
  'tokenRequestFormat',
  'noPkce',
  'tokenPath',
  'expirySign',
  'assertion',
].map((name) => `authentication.${name}`);

/** Habits of a provider that most do not have; a preset sets them. */
export function OAuth2Advanced({ state }: { state: DataSourceFormState }) {
  const { values, errors, change, stored } = state;
  const { authorizeParameters, tokenParameters, tokenHeaderName, tokenPrefix } = values;
  const at = (name: string): string => `authentication.${name}`;
  return (
    <Disclosure
      title="Advanced authentication"
      summary="Client authentication, extra parameters, token header, lifetime"
      hasError={hasErrorWithin(errors, [...inside, 'tokenParameter'])}
    >
      <div className="field-pair">
        <SelectInput
          label="Client authentication"
          value={values.clientAuthentication}
          choices={clientChoices}
          onChange={(clientAuthentication) => change({ clientAuthentication }, at('clientAuthentication'))}
          error={errors[at('clientAuthentication')]}
        />
        <SelectInput
          label="Scope separator"
          value={values.scopeSeparator}
          choices={separators}
          onChange={(scopeSeparator) => change({ scopeSeparator }, at('scopeSeparator'))}
          error={errors[at('scopeSeparator')]}
          help="As the provider expects it in the request."
        />
      </div>
      {values.grantType === 'authorization_code' ? (
        <NamedRowsInput
          legend="Extra parameters of the authorize request"
          noun="authorize parameter"
          rows={authorizeParameters}
          onChange={(rows) => change({ authorizeParameters: rows }, at('authorizeParameters'))}
          errorOf={(index) => errorWithin(errors, `${at('authorizeParameters')}.${index}`)}
          error={errors[at('authorizeParameters')]}
          namePlaceholder="audience"
          valuePlaceholder="https://api.example.com"
        />
      ) : null}
      <NamedRowsInput
        legend="Extra parameters of the token request"
        noun="token parameter"
        rows={tokenParameters}
        onChange={(rows) => change({ tokenParameters: rows }, at('tokenParameters'), 'tokenParameter')}
        errorOf={(index, row) =>
          errorWithin(errors, `${at('tokenParameters')}.${index}`) ??
          (row.secret ? errors[tokenParameterSecret(row)] : undefined)
        }
        error={errors[at('tokenParameters')]}
        namePlaceholder="resource"
        valuePlaceholder="https://api.example.com"
        isStored={(row) => stored?.storedSecrets[tokenParameterSecret(row)] ?? false}
      />
      <div className="field-pair">
        <TextInput
          label="Token header"
          value={tokenHeaderName}
          onChange={(name) => change({ tokenHeaderName: name }, at('tokenHeader'))}
          error={errors[at('tokenHeader.name')] ?? errors[at('tokenHeader')]}
          monospaced
        />
        <TextInput
          label="Token prefix"
          optional
          value={tokenPrefix}
          onChange={(prefix) => change({ tokenPrefix: prefix }, at('tokenHeader'))}
          error={errors[at('tokenHeader.prefix')]}
          monospaced
        />
      </div>
      <p className="field-help">
        The access token is sent as{' '}
        <code className="exact">
          {tokenHeaderName}: {prefixed(tokenPrefix, '…')}
        </code>
      </p>
      <NumberInput
        label="Default lifetime in seconds"
        optional
        bounds={numberBounds.assumedLifetime}
        className="field-medium"
        value={values.assumedLifetime}
        onChange={(assumedLifetime) => change({ assumedLifetime }, at('assumedLifetime'))}
        error={errors[at('assumedLifetime')]}
        help="Used if the token response has no expires_in."
      />
      <TokenEndpointFields state={state} />
      {signsAssertions(values) ? <AssertionFields state={state} /> : null}
    </Disclosure>
  );
}
