import { SecretTextInput } from '../../fields/SecretTextInput';
import { TextInput } from '../../fields/TextInput';
import { keyPatch } from '../../form-model/data-source/authentication/assertion-values';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';

/** The key that signs, for whom the client speaks, and whom the assertion is for. */
export function PrivateKeyFields({ state }: { state: DataSourceFormState }) {
  const { values, errors, change, stored } = state;
  const at = (name: string): string => `authentication.assertion.${name}`;
  return (
    <>
      <SecretTextInput
        label="Private key"
        value={values.privateKey}
        onChange={(text) => change(keyPatch(text), 'privateKey', 'authentication.clientId', 'authentication.tokenUrl')}
        stored={stored?.storedSecrets.privateKey ?? false}
        error={errors.privateKey}
        note="PEM without a password, or the JSON file of a Google service account. It signs requests and is never sent."
      />
      <div className="field-pair">
        {values.grantType === 'jwt_bearer' ? (
          <TextInput
            label="Subject"
            optional
            value={values.assertionSubject}
            onChange={(assertionSubject) => change({ assertionSubject }, at('subject'))}
            error={errors[at('subject')]}
            help="The user for whom the app acts. Leave empty to act as the client itself, where the provider allows it."
            monospaced
          />
        ) : null}
        <TextInput
          label="Audience"
          optional
          value={values.assertionAudience}
          onChange={(assertionAudience) => change({ assertionAudience }, at('audience'))}
          error={errors[at('audience')]}
          help="The Token URL if empty."
          monospaced
        />
      </div>
    </>
  );
}
