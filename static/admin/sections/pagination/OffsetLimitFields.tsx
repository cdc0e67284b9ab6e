import { TextInput } from '../../fields/TextInput';
import { CountFields } from './CountFields';
import type { PaginationFieldsProps } from './pagination-forms';
import { TargetFields } from './TargetFields';

/** Where offset and limit go, how many rows a page has, and how the last page is known. */
export function OffsetLimitFields({ values, edit, errors }: PaginationFieldsProps) {
  return (
    <>
      <TargetFields
        what="Offset"
        target={values.offsetTarget}
        onChange={(offsetTarget) => edit({ offsetTarget }, 'offset')}
        path="pagination.offset"
        errors={errors}
      />
      <TargetFields
        what="Limit"
        target={values.limitTarget}
        onChange={(limitTarget) => edit({ limitTarget }, 'limit')}
        path="pagination.limit"
        errors={errors}
      />
      <div className="field-pair">
        <TextInput
          label="Rows in a page"
          type="number"
          value={values.pageSize}
          onChange={(pageSize) => edit({ pageSize }, 'pageSize')}
          error={errors['pagination.pageSize']}
        />
        <TextInput
          label="Offset of the first row"
          type="number"
          value={values.firstOffset}
          onChange={(firstOffset) => edit({ firstOffset }, 'start')}
          error={errors['pagination.start']}
          help="0, or 1 as in SCIM."
        />
      </div>
      <CountFields values={values} edit={edit} errors={errors} />
    </>
  );
}
