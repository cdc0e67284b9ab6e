import { TextInput } from '../../fields/TextInput';
import { NextMethodFields } from './NextMethodFields';
import type { PaginationFieldsProps } from './pagination-fields-props';

/** Which response header holds the next page's URL. */
export function HeaderUrlFields(props: PaginationFieldsProps) {
  const { values, edit, errors } = props;
  return (
    <>
      <TextInput
        label="Response header"
        value={values.nextHeader}
        onChange={(nextHeader) => edit({ nextHeader }, 'header')}
        error={errors['pagination.header']}
        placeholder="X-Next-Page-Url"
        help="The header with the address of the next page. The last page does not have it. For a Link header choose that style."
        monospaced
      />
      <NextMethodFields {...props} />
    </>
  );
}
