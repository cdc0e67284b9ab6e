import { TextInput } from '../../fields/TextInput';
import type { PaginationFieldsProps } from './pagination-fields-props';
import { TargetFields } from './TargetFields';

/** Where the response names the cursor, and where the next request wants it. */
export function CursorFields({ values, edit, errors }: PaginationFieldsProps) {
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
      <TextInput
        label="More selector"
        optional
        value={values.moreSelector}
        onChange={(moreSelector) => edit({ moreSelector }, 'moreSelector')}
        error={errors['pagination.moreSelector']}
        placeholder="$.hasMore"
        help="A JSONPath to a value that is false on the last page, for APIs that send a cursor even there."
        monospaced
      />
    </>
  );
}
