import type { PaginationStyle, PaginationValues } from '../../form-model/data-source/pagination-values';
import type { DataSourceFormState } from '../../form-model/data-source/useDataSourceForm';
import type { Choice } from '../../fields/SelectInput';
import { SelectInput } from '../../fields/SelectInput';
import { paginationForms } from './pagination-forms';

const choices = Object.entries(paginationForms).map(
  ([value, { title }]) => ({ value, label: title }) as Choice<PaginationStyle>,
);

/** How pages follow one another: the style, and the fields of that style. */
export function PaginationFields({ state }: { state: DataSourceFormState }) {
  const { values, errors, change } = state;
  const { pagination } = values;
  const { Fields } = paginationForms[pagination.style];
  const edit = (patch: Partial<PaginationValues>, ...paths: string[]): void =>
    change({ pagination: { ...pagination, ...patch } }, ...paths.map((path) => `pagination.${path}`));
  return (
    <>
      <SelectInput
        label="Pagination"
        value={pagination.style}
        choices={choices}
        onChange={(style) => change({ pagination: { ...pagination, style } }, 'pagination')}
        error={errors['pagination.style'] ?? errors.pagination}
        help="How to get from one page of the response to the next. Test proposes it. All pages are read."
      />
      <div className="sub-fields">
        <Fields values={pagination} edit={edit} errors={errors} />
      </div>
    </>
  );
}
