import { SelectInput } from '../../fields/SelectInput';
import { TextInput } from '../../fields/TextInput';
import type { PaginationFieldsProps } from './pagination-fields-props';

const totals = [
  { value: 'none', label: 'An empty page' },
  { value: 'rows', label: 'The number of rows in the response' },
  { value: 'pages', label: 'The number of pages in the response' },
  { value: 'header-rows', label: 'The number of rows in a header' },
  { value: 'header-pages', label: 'The number of pages in a header' },
] as const;

/** How counted pages end, and which list is counted. */
export function CountFields({ values, edit, errors }: PaginationFieldsProps) {
  const isInHeader = values.totalOf.startsWith('header-');
  return (
    <>
      <SelectInput
        label="Last page"
        value={values.totalOf}
        choices={totals}
        onChange={(totalOf) => edit({ totalOf }, 'total')}
        error={errors['pagination.total'] ?? errors['pagination.total.of']}
      />
      {values.totalOf === 'none' ? null : (
        <TextInput
          label={isInHeader ? 'Total header' : 'Total selector'}
          value={values.totalSelector}
          onChange={(totalSelector) => edit({ totalSelector }, 'total')}
          error={errors['pagination.total.selector']}
          placeholder={isInHeader ? 'X-Total-Count' : '$.total'}
          help={isInHeader ? 'The name of the response header.' : 'A JSONPath to that number.'}
          monospaced
        />
      )}
      <TextInput
        label="Items selector"
        optional
        value={values.itemsSelector}
        onChange={(itemsSelector) => edit({ itemsSelector }, 'itemsSelector')}
        error={errors['pagination.itemsSelector']}
        placeholder="$.items"
        help="A JSONPath to the list whose items are counted. Leave empty for the longest list near the top."
        monospaced
      />
    </>
  );
}
