import { TextInput } from '../../fields/TextInput';
import { MoreField } from './MoreField';
import { NextMethodFields } from './NextMethodFields';
import type { PaginationFieldsProps } from './pagination-fields-props';

/** Where the response names the next page's URL. */
export function NextUrlFields(props: PaginationFieldsProps) {
  const { values, edit, errors } = props;
  return (
    <>
      <TextInput
        label="Next URL selector"
        value={values.nextSelector}
        onChange={(nextSelector) => edit({ nextSelector }, 'selector')}
        error={errors['pagination.selector']}
        placeholder="$.next"
        help="A JSONPath to the address of the next page. Only the API's own host is contacted."
        monospaced
      />
      <MoreField {...props} what="a URL" />
      <NextMethodFields {...props} />
    </>
  );
}
