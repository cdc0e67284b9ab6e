import { NamedRowsInput } from '../../fields/NamedRowsInput';
import { headerSecret } from '../../form-model/named-rows';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { errorWithin } from '../../form-model/field-errors';

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
