import Button from '@atlaskit/button/new';
import { Notice } from '../../fields/Notice';
import { SecretInput } from '../../fields/SecretInput';
import { toRequest } from '../../form-model/data-source/data-source-values';
import { openCredentials, withSecretsKept } from '../../form-model/data-source/placed-secrets';
import { placedSecretNames } from '../../form-model/data-source/placeholders';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';

/** A field for each secret that the parameters and the body have a place for, and an offer to make open credentials secret. */
export function PlacedSecrets({ state }: { state: DataSourceFormState }) {
  const { values, errors, change, stored } = state;
  const names = placedSecretNames(toRequest(values));
  const edit = (name: string, value: string): void =>
    change({ placedSecrets: { ...values.placedSecrets, [name]: value } }, name);
  return (
    <>
      <CredentialOffer state={state} taken={names} />
      {names.map((name) => (
        <SecretInput
          key={name}
          label={`Secret {${name}}`}
          value={values.placedSecrets[name] ?? ''}
          onChange={(value) => edit(name, value)}
          stored={stored?.storedSecrets[name] ?? false}
          error={errors[name]}
        />
      ))}
    </>
  );
}

function CredentialOffer({ state, taken }: { state: DataSourceFormState; taken: readonly string[] }) {
  const { values, change } = state;
  const open = openCredentials(values);
  if (open.length === 0) return null;
  const keep = (): void => change(withSecretsKept(values, taken), 'request');
  return (
    <Notice
      look="warning"
      title="This looks like a credential"
      actions={<Button onClick={keep}>Keep as a secret</Button>}
    >
      {open.join(', ')}: every admin can read the value here. A secret is stored encrypted and never shown again.
    </Notice>
  );
}
