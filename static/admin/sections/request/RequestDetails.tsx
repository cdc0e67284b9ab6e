import type { ResponseFormat } from '../../../../src/shared/contract';
import { countPhrase } from '../../../../src/shared/phrase';
import { filledRows } from '../../form-model/named-rows';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { Disclosure } from '../../fields/Disclosure';
import { hasErrorWithin } from '../../form-model/field-errors';
import type { Choice } from '../../fields/SelectInput';
import { SelectInput } from '../../fields/SelectInput';
import { adminReader } from '../../fields/admin-reader';
import { HeaderRows } from './HeaderRows';

const formats: Record<ResponseFormat, string> = {
  auto: 'Automatic: by content type and content',
  json: 'JSON',
  ndjson: 'NDJSON: one JSON value per line',
  csv: 'CSV',
  tsv: 'TSV',
  xml: 'XML',
};
const choices = Object.entries(formats).map(([value, label]) => ({ value, label }) as Choice<ResponseFormat>);

/** Headers and the format of the response: what most APIs need nothing of. */
export function RequestDetails({ state }: { state: DataSourceFormState }) {
  const { values, errors, change } = state;
  const headers = filledRows(values.headers).length;
  const set = [
    headers > 0
      ? countPhrase(headers, { one: '{count} header', other: '{count} headers' }, {}, { locale: adminReader.locale })
      : '',
    values.responseFormat === 'auto' ? '' : `read as ${values.responseFormat.toUpperCase()}`,
  ].filter((part) => part !== '');
  return (
    <Disclosure
      title="Request details"
      summary={set.join(', ') || 'Headers, response format'}
      hasError={hasErrorWithin(errors, ['request.headers', 'header', 'response.format'])}
    >
      <HeaderRows state={state} />
      <SelectInput
        label="Response format"
        value={values.responseFormat}
        choices={choices}
        onChange={(responseFormat) => change({ responseFormat }, 'response.format')}
        error={errors['response.format']}
      />
    </Disclosure>
  );
}
