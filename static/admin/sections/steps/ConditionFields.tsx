import type { ConditionOperator, PanelVariable, RowCondition } from '../../../../src/shared/contract';
import type { FieldErrors } from '../../form-model/field-errors';
import { IconButton } from '../../fields/IconButton';
import { SelectInput } from '../../fields/SelectInput';
import { TextInput } from '../../fields/TextInput';
import { ColumnInput } from '../columns/ColumnInput';
import { VariableChips } from '../variables/VariableChips';
import type { OfferedColumn } from '../../form-model/panel/columns-after';

const names: Record<ConditionOperator, string> = {
  equals: 'is',
  'not-equals': 'is not',
  contains: 'contains',
  'not-contains': 'does not contain',
  'starts-with': 'starts with',
  'ends-with': 'ends with',
  less: 'is less than',
  'at-most': 'is at most',
  greater: 'is greater than',
  'at-least': 'is at least',
  empty: 'is empty',
  'not-empty': 'is not empty',
};
const operators = Object.entries(names).map(([value, label]) => ({ value: value as ConditionOperator, label }));

interface ConditionFieldsProps {
  condition: RowCondition;
  number: number;
  columns: readonly OfferedColumn[];
  variables: readonly PanelVariable[];
  errors: FieldErrors;
  path: string;
  edit: (patch: Partial<RowCondition>) => void;
  /** Absent where it is the only one. */
  remove: (() => void) | undefined;
}

/** One condition: column, operator and value. */
export function ConditionFields(props: ConditionFieldsProps) {
  const { condition, number, columns, variables, errors, path, edit, remove } = props;
  const { column, operator, value } = condition;
  const needsValue = operator !== 'empty' && operator !== 'not-empty';
  return (
    <div className="condition" role="group" aria-label={`Condition ${number}`}>
      <ColumnInput
        label="Column"
        columns={columns}
        value={column}
        onChange={(key) => edit({ column: key })}
        error={errors[`${path}.column`] ?? errors[path]}
      />
      <SelectInput
        label="Operator"
        value={operator}
        choices={operators}
        onChange={(next) => edit({ operator: next })}
        error={errors[`${path}.operator`]}
      />
      {needsValue ? (
        <div className="condition-value">
          <TextInput
            label="Value"
            value={value}
            onChange={(text) => edit({ value: text })}
            error={errors[`${path}.value`]}
          />
          <VariableChips
            into={`the value of condition ${number}`}
            variables={variables}
            onChoose={(template) => edit({ value: template })}
          />
        </div>
      ) : (
        <span />
      )}
      {remove ? <IconButton icon="remove" label={`Remove condition ${number}`} onClick={remove} /> : null}
    </div>
  );
}
