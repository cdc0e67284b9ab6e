import { SecretInput } from '../../fields/SecretInput';
import { SelectInput } from '../../fields/SelectInput';
import { TextInput } from '../../fields/TextInput';
import type { AuthenticationFieldsProps } from './authentication-fields-props';
import { prefixed } from '../../../../src/shared/prefixed';

const placements = [
  { value: 'header', label: 'Header' },
  { value: 'query', label: 'Query parameter' },
] as const;

/** A key, and where in the request it goes. */
export function ApiKeyFields({ state }: AuthenticationFieldsProps) {
  const { values, errors, change, stored } = state;
  const { keyPlacement, keyName, keyPrefix } = values;
  const inQuery = keyPlacement === 'query';
  const sample = inQuery
    ? `?${keyName || 'api_key'}=${prefixed(keyPrefix, '…')}`
    : `${keyName || 'X-API-Key'}: ${prefixed(keyPrefix, '…')}`;
  return (
    <>
      <div className="field-pair">
        <SelectInput
          label="Key goes into"
          value={keyPlacement}
          choices={placements}
          onChange={(placement) => change({ keyPlacement: placement }, 'authentication.placement')}
          error={errors['authentication.placement']}
        />
        <TextInput
          label="Key name"
          value={keyName}
          onChange={(name) => change({ keyName: name }, 'authentication.name')}
          error={errors['authentication.name']}
          placeholder={inQuery ? 'api_key' : 'X-API-Key'}
          monospaced
        />
      </div>
      <TextInput
        label="Key prefix"
        optional
        value={keyPrefix}
        onChange={(prefix) => change({ keyPrefix: prefix }, 'authentication.prefix')}
        error={errors['authentication.prefix']}
        help={
          <>
            Added before the key. Sent as <code className="exact">{sample}</code>
          </>
        }
        monospaced
      />
      <SecretInput
        label="Key"
        value={values.apiKey}
        onChange={(apiKey) => change({ apiKey }, 'apiKey', 'authentication.apiKey')}
        stored={stored?.storedSecrets.apiKey ?? false}
        error={errors.apiKey ?? errors['authentication.apiKey']}
      />
    </>
  );
}
