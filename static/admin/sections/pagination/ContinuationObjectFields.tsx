import { SelectInput } from '../../fields/SelectInput';
import { TextInput } from '../../fields/TextInput';
import type { PaginationFieldsProps } from './pagination-fields-props';

const places = [
  { value: 'parameter', label: 'Query parameters' },
  { value: 'body', label: 'Body fields' },
] as const;

/** Where the response has the object, and where its members go. */
export function ContinuationObjectFields({ values, edit, errors }: PaginationFieldsProps) {
  return (
    <>
      <TextInput
        label="Object selector"
        value={values.objectSelector}
        onChange={(objectSelector) => edit({ objectSelector }, 'selector')}
        error={errors['pagination.selector']}
        placeholder="$.continue"
        help="A JSONPath to the object. Its members are sent with the first request under their own names. The last page has none."
        monospaced
      />
      <SelectInput
        label="Members go into"
        value={values.objectTarget}
        choices={places}
        onChange={(objectTarget) => edit({ objectTarget }, 'target')}
        error={errors['pagination.target']}
      />
    </>
  );
}
