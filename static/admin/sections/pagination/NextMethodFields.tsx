import { CheckInput } from '../../fields/CheckInput';
import type { PaginationFieldsProps } from './pagination-fields-props';

/** How a next link is requested, where that is not as the first request was. */
export function NextMethodFields({ values, edit }: PaginationFieldsProps) {
  return (
    <CheckInput
      label="Request further pages with GET"
      checked={values.isNextGet}
      onChange={(isNextGet) => edit({ isNextGet }, 'method')}
      help="For APIs that take a statement with POST and give its pages to GET requests."
    />
  );
}
