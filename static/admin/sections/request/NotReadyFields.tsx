import { TextInput } from '../../fields/TextInput';
import { errorWithin } from '../../form-model/field-errors';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';

const path = 'response.notReady';

/** How a response says that its result is not there yet, and where it will be. */
export function NotReadyFields({ state }: { state: DataSourceFormState }) {
  const { values, errors, change } = state;
  return (
    <>
      <TextInput
        label="Not ready selector"
        optional
        value={values.notReadySelector}
        onChange={(notReadySelector) => change({ notReadySelector }, `${path}.selector`)}
        error={errors[`${path}.selector`]}
        placeholder="$.status.state"
        help="For an API whose result takes a while: a JSONPath to the word that says so. Status 202 is recognized without it."
        monospaced
      />
      {values.notReadySelector.trim() === '' ? null : (
        <>
          <TextInput
            label="Words for not ready"
            value={values.notReadyValues}
            onChange={(notReadyValues) => change({ notReadyValues }, `${path}.values`)}
            error={errorWithin(errors, `${path}.values`)}
            placeholder="queued, running"
            help="Separated by commas. While the response has one of them, it is requested again after a pause."
            monospaced
          />
          <TextInput
            label="Result URL selector"
            optional
            value={values.resultUrlSelector}
            onChange={(resultUrlSelector) => change({ resultUrlSelector }, `${path}.urlSelector`)}
            error={errors[`${path}.urlSelector`]}
            placeholder="$.statusUrl"
            help="A JSONPath to the address where the result will be. Leave empty if the same GET request is sent again."
            monospaced
          />
        </>
      )}
    </>
  );
}
