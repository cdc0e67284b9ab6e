import { CountFields } from './CountFields';
import { numberBounds } from '../../../../src/shared/number-bounds';
import { NumberInput } from '../../fields/NumberInput';
import type { PaginationFieldsProps } from './pagination-fields-props';
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
        optional
      />
      <div className="field-pair">
        <NumberInput
          label="Rows in a page"
          bounds={numberBounds.pageSize}
          value={values.pageSize}
          onChange={(pageSize) => edit({ pageSize }, 'pageSize')}
          error={errors['pagination.pageSize']}
        />
        <NumberInput
          label="Offset of the first row"
          bounds={numberBounds.pageStart}
          value={values.firstOffset}
          onChange={(firstOffset) => edit({ firstOffset }, 'start')}
          error={errors['pagination.start']}
          help="Most APIs start at 0, SCIM at 1."
        />
      </div>
      <CountFields values={values} edit={edit} errors={errors} />
    </>
  );
}
