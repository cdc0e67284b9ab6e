import { SortOrders } from './SortOrders';
import type { StepFieldsProps } from './step-fields-props';

/** The order of the rows. */
export function SortFields({ step, onChange, columns, errors, path }: StepFieldsProps<'sort'>) {
  return (
    <SortOrders
      sorts={step.sorts}
      onChange={(sorts) => onChange({ ...step, sorts })}
      columns={columns}
      errors={errors}
      path={`${path}.sorts`}
    />
  );
}
