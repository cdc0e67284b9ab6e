import { CheckInput } from '../../fields/CheckInput';
import type { PaginationFieldsProps } from './pagination-fields-props';

/** Whether one response is meant to be all, where the API has more. */
export function OneResponseFields({ values, edit }: PaginationFieldsProps) {
  return (
    <CheckInput
      label="The first page is what I want"
      checked={values.firstPageOnly}
      onChange={(firstPageOnly) => edit({ firstPageOnly })}
      help="Panels then say that they show the first rows, and nobody is warned that the API has more."
    />
  );
}
