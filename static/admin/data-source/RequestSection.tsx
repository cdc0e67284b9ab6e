import type { PaginationStyle } from '../../../src/contract';
import { Section } from '../fields/Section';
import type { Choice } from '../fields/SelectInput';
import { SelectInput } from '../fields/SelectInput';
import { TextInput } from '../fields/TextInput';
import { ParameterRows } from './ParameterRows';
import type { DataSourceFormState } from './useDataSourceForm';

const paginationNames: Record<PaginationStyle, string> = {
  none: 'None: one response holds everything',
  'odata-next-link': 'OData next link (@odata.nextLink)',
};
const paginationChoices = Object.entries(paginationNames).map(
  ([value, label]) => ({ value, label }) as Choice<PaginationStyle>,
);

/** What is asked of the API: name, URL, parameters and how its pages follow one another. */
export function RequestSection({ state }: { state: DataSourceFormState }) {
  const { values, errors, change } = state;
  return (
    <Section title="Request">
      <TextInput
        label="Name"
        value={values.name}
        onChange={(name) => change({ name }, 'name')}
        error={errors.name}
        help="Shown to admins and editors, for example Employee directory."
      />
      <TextInput
        label="URL"
        type="url"
        value={values.url}
        onChange={(url) => change({ url }, 'request.url')}
        error={errors['request.url'] ?? errors.request}
        placeholder="https://api.example.com/v1/items"
        monospaced
      />
      <ParameterRows state={state} />
      <SelectInput
        label="Pagination"
        value={values.pagination}
        choices={paginationChoices}
        onChange={(pagination) => change({ pagination }, 'pagination')}
        error={errors['pagination.style'] ?? errors.pagination}
        help="How to get from one page of the response to the next. All pages are read."
      />
    </Section>
  );
}
