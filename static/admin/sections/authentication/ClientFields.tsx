import { SecretInput } from '../../fields/SecretInput';
import { TextInput } from '../../fields/TextInput';
import { signsAssertions } from '../../form-model/data-source/authentication/assertion-values';
import { hasClientSecret } from '../../form-model/data-source/authentication/oauth2';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { PrivateKeyFields } from './PrivateKeyFields';

/** Who the app is at the provider: the client's id, its secret and the day that secret ends, or the key that it signs with. */
export function ClientFields({ state }: { state: DataSourceFormState }) {
  const { values, errors, change, stored } = state;
  const hasSecret = hasClientSecret(values);
  return (
    <>
      <TextInput
        label="Client ID"
        value={values.clientId}
        onChange={(clientId) => change({ clientId }, 'authentication.clientId')}
        error={errors['authentication.clientId']}
        monospaced
      />
      {hasSecret ? (
        <div className="field-pair field-pair-wide">
          <SecretInput
            label="Client Secret"
            value={values.clientSecret}
            onChange={(clientSecret) => change({ clientSecret }, 'clientSecret', 'authentication.clientSecret')}
            stored={stored?.storedSecrets.clientSecret ?? false}
            error={errors.clientSecret ?? errors['authentication.clientSecret']}
          />
          <TextInput
            label="Secret expires on"
            optional
            type="date"
            value={values.secretExpiresOn}
            onChange={(secretExpiresOn) => change({ secretExpiresOn }, 'authentication.secretExpiresOn')}
            error={errors['authentication.secretExpiresOn']}
            help="You are warned 30, 7 and 1 days before."
          />
        </div>
      ) : null}
      {signsAssertions(values) ? <PrivateKeyFields state={state} /> : null}
    </>
  );
}
