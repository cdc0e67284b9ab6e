import { NamedRowsInput } from '../data-source/NamedRowsInput';
import { headerSecret } from '../data-source/named-rows';
import type { DataSourceFormState } from '../data-source/useDataSourceForm';
import { errorWithin } from '../fields/field-errors';

const path = 'request.headers';

/** Headers of every request, each of which may be secret. */
export function HeaderRows({ state }: { state: DataSourceFormState }) {
  const { values, errors, change, stored } = state;
  return (
    <NamedRowsInput
      legend="Headers"
      noun="header"
      help="The value of a secret header is stored encrypted and never shown again."
      rows={values.headers}
      onChange={(headers) => change({ headers }, path, 'header')}
      errorOf={(index, row) =>
        errorWithin(errors, `${path}.${index}`) ?? (row.secret ? errors[headerSecret(row)] : undefined)
      }
      error={errors[path]}
      namePlaceholder="Accept-Language"
      valuePlaceholder="en"
      isStored={(row) => stored?.storedSecrets[headerSecret(row)] ?? false}
    />
  );
}
