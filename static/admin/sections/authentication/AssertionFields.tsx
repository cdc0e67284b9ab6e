import type { AssertionSettings } from '../../../../src/shared/contract';
import { numberBounds } from '../../../../src/shared/number-bounds';
import { NamedRowsInput } from '../../fields/NamedRowsInput';
import { NumberInput } from '../../fields/NumberInput';
import type { Choice } from '../../fields/SelectInput';
import { SelectInput } from '../../fields/SelectInput';
import { TextInput } from '../../fields/TextInput';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { errorWithin } from '../../form-model/field-errors';

const algorithms: Choice<AssertionSettings['algorithm']>[] = [
  { value: 'RS256', label: 'RS256 (RSA)' },
  { value: 'PS256', label: 'PS256 (RSA-PSS)' },
  { value: 'ES256', label: 'ES256 (P-256)' },
];

/** How assertions are signed and what else they say. */
export function AssertionFields({ state }: { state: DataSourceFormState }) {
  const { values, errors, change } = state;
  const at = (name: string): string => `authentication.assertion.${name}`;
  return (
    <>
      <div className="field-pair">
        <SelectInput
          label="Signature"
          value={values.assertionAlgorithm}
          choices={algorithms}
          onChange={(assertionAlgorithm) => change({ assertionAlgorithm }, at('algorithm'))}
          error={errors[at('algorithm')]}
        />
        <TextInput
          label="Key ID"
          optional
          value={values.assertionKeyId}
          onChange={(assertionKeyId) => change({ assertionKeyId }, at('keyId'))}
          error={errors[at('keyId')]}
          help="Read from a Google file if empty."
          monospaced
        />
      </div>
      {values.grantType === 'jwt_bearer' ? (
        <NamedRowsInput
          legend="Extra claims of the assertion"
          noun="claim"
          rows={values.assertionClaims}
          onChange={(assertionClaims) => change({ assertionClaims }, at('claims'))}
          errorOf={(index) => errorWithin(errors, `${at('claims')}.${index}`)}
          error={errors[at('claims')]}
          namePlaceholder="box_sub_type"
          valuePlaceholder="enterprise"
        />
      ) : null}
      <NumberInput
        label="Lifetime of an assertion in seconds"
        optional
        bounds={numberBounds.assertionLifetime}
        className="field-medium"
        value={values.assertionLifetime}
        onChange={(assertionLifetime) => change({ assertionLifetime }, at('lifetime'))}
        error={errors[at('lifetime')]}
        help="180 if empty. Box takes 60 at most."
      />
    </>
  );
}
