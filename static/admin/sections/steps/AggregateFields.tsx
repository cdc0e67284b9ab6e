import type { Aggregate } from '../../../../src/shared/contract';
import type { FieldErrors } from '../../form-model/field-errors';
import { IconButton } from '../../fields/IconButton';
import { SelectInput } from '../../fields/SelectInput';
import { TextInput } from '../../fields/TextInput';
import { ColumnInput } from '../columns/ColumnInput';
import { aggregateChoices } from './aggregate-names';
import type { OfferedColumn } from '../../form-model/panel/columns-after';

interface AggregateFieldsProps {
  aggregate: Aggregate;
  number: number;
  columns: readonly OfferedColumn[];
  errors: FieldErrors;
  path: string;
  onChange: (aggregate: Aggregate) => void;
  remove: () => void;
}

/** A column of a grouping: what is summed up, how, and what it is called. */
export function AggregateFields(props: AggregateFieldsProps) {
  const { aggregate, number, columns, errors, path, onChange, remove } = props;
  const isCount = aggregate.function === 'count';
  const { column, ...others } = aggregate;
  return (
    <div className="condition" role="group" aria-label={`Summary ${number}`}>
      <SelectInput
        label="Summary"
        value={aggregate.function}
        choices={aggregateChoices}
        onChange={(name) => onChange({ ...aggregate, function: name })}
        error={errors[`${path}.function`]}
      />
      <ColumnInput
        label="Of column"
        columns={columns}
        value={column}
        none={isCount ? 'All rows' : undefined}
        onChange={(key) => onChange(key === '' ? others : { ...aggregate, column: key })}
        error={errors[`${path}.column`] ?? errors[path]}
      />
      <TextInput
        label="Label"
        value={aggregate.label}
        onChange={(label) => onChange({ ...aggregate, label })}
        error={errors[`${path}.label`]}
      />
      <IconButton icon="remove" label={`Remove summary ${number}`} onClick={remove} />
    </div>
  );
}
