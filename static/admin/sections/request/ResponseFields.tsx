import type { ResponseFormat } from '../../../../src/shared/contract';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { isTable } from '../../form-model/data-source/response-values';
import type { Choice } from '../../fields/SelectInput';
import { SelectInput } from '../../fields/SelectInput';
import { TextInput } from '../../fields/TextInput';
import { CsvFields } from './CsvFields';

const formats: Record<ResponseFormat, string> = {
  auto: 'Automatic: by content type and content',
  json: 'JSON',
  ndjson: 'NDJSON: one JSON value per line',
  csv: 'CSV',
  tsv: 'TSV',
  xml: 'XML',
};
const choices = Object.entries(formats).map(([value, label]) => ({ value, label }) as Choice<ResponseFormat>);

/** How the response is written, where the app would not find out by itself. */
export function ResponseFields({ state }: { state: DataSourceFormState }) {
  const { values, errors, change } = state;
  return (
    <>
      <SelectInput
        label="Response format"
        value={values.responseFormat}
        choices={choices}
        onChange={(responseFormat) => change({ responseFormat }, 'response.format')}
        error={errors['response.format']}
      />
      <TextInput
        label="Character set"
        optional
        value={values.charset}
        onChange={(charset) => change({ charset }, 'response.charset')}
        error={errors['response.charset']}
        placeholder="windows-1252"
        help="For an API that names none, or the wrong one. Empty: as the response says, else UTF-8, else windows-1252."
      />
      {isTable(values) ? <CsvFields state={state} /> : null}
    </>
  );
}
