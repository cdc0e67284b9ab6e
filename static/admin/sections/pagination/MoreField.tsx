import { TextInput } from '../../fields/TextInput';
import type { PaginationFieldsProps } from './pagination-fields-props';

interface MoreFieldProps extends PaginationFieldsProps {
  /** What APIs send even on the last page, such as `a cursor`. */
  what: string;
}

/** Where the response says whether there is more. */
export function MoreField({ values, edit, errors, what }: MoreFieldProps) {
  return (
    <TextInput
      label="More selector"
      optional
      value={values.moreSelector}
      onChange={(moreSelector) => edit({ moreSelector }, 'moreSelector')}
      error={errors['pagination.moreSelector']}
      placeholder="$.hasMore"
      help={`A JSONPath to a value that is false on the last page, for APIs that send ${what} even there.`}
      monospaced
    />
  );
}
