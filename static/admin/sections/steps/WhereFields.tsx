import Button from '@atlaskit/button/new';
import type { RowCondition } from '../../../../src/shared/contract';
import type { Choice } from '../../fields/SelectInput';
import { SelectInput } from '../../fields/SelectInput';
import { ConditionFields } from './ConditionFields';
import type { StepFieldsProps } from './step-fields-props';

const matches: Choice<'all' | 'any'>[] = [
  { value: 'all', label: 'All conditions are met' },
  { value: 'any', label: 'Any condition is met' },
];

/** Which rows stay: conditions without JSONPath. */
export function WhereFields({ step, onChange, columns, variables, errors, path }: StepFieldsProps<'where'>) {
  const { conditions } = step;
  const put = (next: RowCondition[]): void => onChange({ ...step, conditions: next });
  return (
    <>
      {conditions.length > 1 ? (
        <SelectInput
          label="Keep rows where"
          className="field-medium"
          value={step.match}
          choices={matches}
          onChange={(match) => onChange({ ...step, match })}
        />
      ) : null}
      {conditions.map((condition, index) => (
        <ConditionFields
          key={index}
          condition={condition}
          number={index + 1}
          columns={columns}
          variables={variables}
          errors={errors}
          path={`${path}.conditions.${index}`}
          edit={(patch) => put(conditions.with(index, { ...condition, ...patch }))}
          remove={conditions.length > 1 ? () => put(conditions.toSpliced(index, 1)) : undefined}
        />
      ))}
      {errors[`${path}.conditions`] ? <p className="field-error">{errors[`${path}.conditions`]}</p> : null}
      <p className="field-help">
        <code>{'{$.key}'}</code> in a value refers to a variable. While a reader leaves it empty, every row meets the
        condition. What Confluence does not tell, such as a hidden email address, is met by no row.
      </p>
      <Button
        spacing="compact"
        onClick={() => put([...conditions, { column: columns[0]?.key ?? '', operator: 'contains', value: '' }])}
      >
        Add condition
      </Button>
    </>
  );
}
