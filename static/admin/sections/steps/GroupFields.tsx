import Button from '@atlaskit/button/new';
import type { Aggregate } from '../../../../src/shared/contract';
import { errorWithin } from '../../form-model/field-errors';
import { ColumnsInput } from '../columns/ColumnInput';
import { AggregateFields } from './AggregateFields';
import type { StepFieldsProps } from './step-fields-props';

/** One row for each different value of some columns, with counts, sums and the like of the others. */
export function GroupFields({ step, onChange, columns, errors, path, newKey }: StepFieldsProps<'group'>) {
  const { aggregates } = step;
  const put = (next: Aggregate[]): void => onChange({ ...step, aggregates: next });
  return (
    <>
      <ColumnsInput
        label="One row for each"
        columns={columns}
        values={step.columns}
        onChange={(keys) => onChange({ ...step, columns: keys })}
        help="Without a column, all rows become one."
        error={errorWithin(errors, `${path}.columns`)}
      />
      {aggregates.map((aggregate, index) => (
        <AggregateFields
          key={aggregate.key}
          aggregate={aggregate}
          number={index + 1}
          columns={columns}
          errors={errors}
          path={`${path}.aggregates.${index}`}
          onChange={(next) => put(aggregates.with(index, next))}
          remove={() => put(aggregates.toSpliced(index, 1))}
        />
      ))}
      {errors[`${path}.aggregates`] ? <p className="field-error">{errors[`${path}.aggregates`]}</p> : null}
      <Button
        spacing="compact"
        onClick={() => put([...aggregates, { key: newKey(), label: 'Count', function: 'count' }])}
      >
        Add summary
      </Button>
    </>
  );
}
