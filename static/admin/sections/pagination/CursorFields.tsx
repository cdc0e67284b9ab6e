import { CheckInput } from '../../fields/CheckInput';
import { TextInput } from '../../fields/TextInput';
import { errorWithin } from '../../form-model/field-errors';
import { MoreField } from './MoreField';
import type { PaginationFieldsProps } from './pagination-fields-props';
import { TargetFields } from './TargetFields';

/** Where the response names the cursor, and where the next request wants it. */
export function CursorFields(props: PaginationFieldsProps) {
  const { values, edit, errors } = props;
  return (
    <>
      <TextInput
        label="Cursor selector"
        value={values.cursorSelector}
        onChange={(cursorSelector) => edit({ cursorSelector }, 'selector')}
        error={errors['pagination.selector']}
        placeholder="$.nextPageToken"
        help="A JSONPath to the cursor. The last page has none, or an empty one."
        monospaced
      />
      <TargetFields
        what="Cursor"
        target={values.cursorTarget}
        onChange={(cursorTarget) => edit({ cursorTarget }, 'target')}
        path="pagination.target"
        errors={errors}
      />
      <MoreField {...props} what="a cursor" />
      <CheckInput
        label="The cursor goes without the other parameters"
        checked={values.isAlone}
        onChange={(isAlone) => edit({ isAlone }, 'only')}
        help="For APIs that refuse a cursor beside what the first request asked for."
      />
      {values.isAlone ? (
        <TextInput
          label="Names that go along"
          optional
          value={values.only}
          onChange={(only) => edit({ only }, 'only')}
          error={errorWithin(errors, 'pagination.only')}
          placeholder="verb, format"
          help="Parameters or body fields that are sent with the cursor, separated by commas."
          monospaced
        />
      ) : null}
    </>
  );
}
