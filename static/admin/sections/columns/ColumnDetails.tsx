import type { ColumnFormat } from '../../../../src/shared/contract';
import { numberBounds } from '../../../../src/shared/number-bounds';
import { CheckInput } from '../../fields/CheckInput';
import type { FieldErrors } from '../../form-model/field-errors';
import type { Choice } from '../../fields/SelectInput';
import { SelectInput } from '../../fields/SelectInput';
import { TextInput } from '../../fields/TextInput';
import { WholeNumberInput } from '../../fields/WholeNumberInput';
import type { KeyedColumn } from '../../form-model/panel/column-keys';
import { FormatFields } from './FormatFields';

interface ColumnDetailsProps {
  column: KeyedColumn;
  position: number;
  errors: FieldErrors;
  /** Values that the column has in the response. */
  found: readonly string[];
  edit: (patch: Partial<KeyedColumn>, ...members: string[]) => void;
}

type Align = 'usual' | NonNullable<KeyedColumn['align']>;

const aligns: Choice<Align>[] = [
  { value: 'usual', label: 'Default for the type' },
  { value: 'start', label: 'Start' },
  { value: 'center', label: 'Center' },
  { value: 'end', label: 'End' },
];

/** What most columns need no change of: selector, format, alignment, width, and what it is sorted by. */
export function ColumnDetails({ column, position, errors, found, edit }: ColumnDetailsProps) {
  const path = `columns.${position}`;
  const number = position + 1;
  const editFormat = (patch: Partial<ColumnFormat>): void => edit({ format: { ...column.format, ...patch } }, 'format');
  return (
    <div className="column-details">
      <FormatFields
        type={column.type}
        format={column.format ?? {}}
        edit={editFormat}
        errors={errors}
        path={`${path}.format`}
        found={found}
      />
      <SelectInput
        label="Alignment"
        value={column.align ?? 'usual'}
        choices={aligns}
        onChange={(align) => edit({ align: align === 'usual' ? undefined : align }, 'align')}
        error={errors[`${path}.align`]}
      />
      <WholeNumberInput
        label="Width"
        bounds={numberBounds.columnWidth}
        optional
        value={column.width}
        onChange={(width) => edit({ width }, 'width')}
        help="In pixels."
        error={errors[`${path}.width`]}
      />
      <TextInput
        label={`Selector of column ${number}`}
        value={column.selector}
        onChange={(selector) => edit({ selector }, 'selector')}
        help="A JSONPath from the row to the value."
        error={errors[`${path}.selector`]}
        monospaced
      />
      <TextInput
        label={`Sort key of column ${number}`}
        optional
        value={column.sortSelector ?? ''}
        onChange={(sortSelector) => edit({ sortSelector: sortSelector || undefined }, 'sortSelector')}
        help="A JSONPath to the value to sort by, if it is not the value shown."
        error={errors[`${path}.sortSelector`]}
        monospaced
      />
      <CheckInput
        label="Hidden"
        checked={column.hidden ?? false}
        onChange={(hidden) => edit({ hidden: hidden || undefined }, 'hidden')}
        help="Not shown, but available for sorting, conditions and expressions."
      />
    </div>
  );
}
