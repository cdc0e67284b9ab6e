import { CheckInput } from '../../fields/CheckInput';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';

/** An admin's word that a POST changes nothing: it is sent with the rights of whoever looks at a page. */
export function OnlyReads({ state }: { state: DataSourceFormState }) {
  const { values, errors, change } = state;
  const error = errors['request.onlyReads'];
  return (
    <>
      <CheckInput
        label="This request only reads"
        checked={values.onlyReads}
        onChange={(onlyReads) => change({ onlyReads }, 'request.onlyReads', 'request.method')}
        help="It is sent with the account of each reader who opens a page. Tick this only if it changes nothing in the service."
      />
      {error ? <p className="field-error">{error}</p> : null}
    </>
  );
}
