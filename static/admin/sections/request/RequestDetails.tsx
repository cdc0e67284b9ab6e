import { countPhrase } from '../../../../src/shared/phrase';
import { filledRows } from '../../form-model/named-rows';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import { Disclosure } from '../../fields/Disclosure';
import { hasErrorWithin } from '../../form-model/field-errors';
import { adminReader } from '../../fields/admin-reader';
import { HeaderRows } from './HeaderRows';
import { ResponseFields } from './ResponseFields';

/** Headers and the format of the response: what most APIs need nothing of. */
export function RequestDetails({ state }: { state: DataSourceFormState }) {
  const { values, errors } = state;
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
      hasError={hasErrorWithin(errors, [
        'request.headers',
        'header',
        'response.format',
        'response.charset',
        'response.csv',
      ])}
    >
      <HeaderRows state={state} />
      <ResponseFields state={state} />
    </Disclosure>
  );
}
