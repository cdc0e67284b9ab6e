import { TextInput } from '../../fields/TextInput';
import type { PaginationFieldsProps } from './pagination-fields-props';

/** Where the response names the next page's URL. */
export function NextUrlFields({ values, edit, errors }: PaginationFieldsProps) {
  return (
    <TextInput
      label="Next URL selector"
      value={values.nextSelector}
      onChange={(nextSelector) => edit({ nextSelector }, 'selector')}
      error={errors['pagination.selector']}
      placeholder="$.next"
      help="A JSONPath to the address of the next page. It must be on the API's own host."
      monospaced
    />
  );
}
