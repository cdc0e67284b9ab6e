import { CountFields } from './CountFields';
import { numberBounds } from '../../../../src/shared/number-bounds';
import { NumberInput } from '../../fields/NumberInput';
import type { PaginationFieldsProps } from './pagination-fields-props';
import { TargetFields } from './TargetFields';

/** Where the page number goes, where it begins, and how the last page is known. */
export function PageNumberFields({ values, edit, errors }: PaginationFieldsProps) {
  return (
    <>
      <TargetFields
        what="Page number"
        target={values.pageTarget}
        onChange={(pageTarget) => edit({ pageTarget }, 'target')}
        path="pagination.target"
        errors={errors}
      />
      <NumberInput
        label="First page"
        bounds={numberBounds.pageStart}
        className="field-short"
        value={values.firstPage}
        onChange={(firstPage) => edit({ firstPage }, 'start')}
        error={errors['pagination.start']}
      />
      <CountFields values={values} edit={edit} errors={errors} />
    </>
  );
}
