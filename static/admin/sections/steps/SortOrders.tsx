import Button from '@atlaskit/button/new';
import type { SortOrder } from '../../../../src/shared/contract';
import type { FieldErrors } from '../../form-model/field-errors';
import { IconButton } from '../../fields/IconButton';
import type { Choice } from '../../fields/SelectInput';
import { SelectInput } from '../../fields/SelectInput';
import { ColumnInput } from '../columns/ColumnInput';
import type { OfferedColumn } from '../../form-model/panel/columns-after';

interface SortOrdersProps {
  sorts: readonly SortOrder[];
  onChange: (sorts: SortOrder[]) => void;
  columns: readonly OfferedColumn[];
  errors: FieldErrors;
  path: string;
}

const directions: Choice<SortOrder['direction']>[] = [
  { value: 'ascending', label: 'Ascending' },
  { value: 'descending', label: 'Descending' },
];

/** Columns to sort by: the first decides, the next ones among equals. */
export function SortOrders({ sorts, onChange, columns, errors, path }: SortOrdersProps) {
  const add = (): void => onChange([...sorts, { column: columns[0]?.key ?? '', direction: 'ascending' }]);
  return (
    <>
      {sorts.map((sort, index) => (
        <div className="condition" key={index} role="group" aria-label={`Sort ${index + 1}`}>
          <ColumnInput
            label={index === 0 ? 'Sort by' : 'Then by'}
            columns={columns}
            value={sort.column}
            onChange={(column) => onChange(sorts.with(index, { ...sort, column }))}
            error={errors[`${path}.${index}.column`] ?? errors[`${path}.${index}`]}
          />
          <SelectInput
            label="Direction"
            value={sort.direction}
            choices={directions}
            onChange={(direction) => onChange(sorts.with(index, { ...sort, direction }))}
            error={errors[`${path}.${index}.direction`]}
          />
          <span />
          <IconButton
            icon="remove"
            label={`Remove sort ${index + 1}`}
            onClick={() => onChange(sorts.toSpliced(index, 1))}
          />
        </div>
      ))}
      {errors[path] ? <p className="field-error">{errors[path]}</p> : null}
      <Button spacing="compact" onClick={add}>
        Add sort
      </Button>
    </>
  );
}
