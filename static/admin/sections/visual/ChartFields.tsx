import type { ChartName } from '../../../../src/shared/contract';
import { CheckInput } from '../../fields/CheckInput';
import { errorWithin } from '../../form-model/field-errors';
import { ColumnInput, ColumnsInput } from '../columns/ColumnInput';
import { numberColumns } from './likely-columns';
import type { VisualFieldsProps } from './visual-fields-props';

/** What a chart counts along, and the numbers it draws. */
export function ChartFields({ visual, edit, columns, errors }: VisualFieldsProps<ChartName>) {
  const numbers = numberColumns(columns);
  const canStack = (visual.type === 'bar' || visual.type === 'area') && visual.series.length > 1;
  return (
    <>
      <ColumnInput
        label="Category"
        columns={columns}
        value={visual.category || undefined}
        onChange={(category) => edit({ category }, 'category')}
        error={errors['visual.category']}
      />
      <ColumnsInput
        label={visual.type === 'pie' ? 'Number' : 'Numbers'}
        columns={numbers}
        values={visual.series}
        onChange={(series) => edit({ series }, 'series')}
        help={visual.type === 'pie' ? 'A pie chart shows the first one.' : undefined}
        error={errorWithin(errors, 'visual.series')}
      />
      {numbers.length === 0 ? (
        <p className="field-help">
          A chart needs a column of numbers, and there is none. Give a column the type Number, or count rows with the
          row step Group.
        </p>
      ) : null}
      {canStack ? (
        <CheckInput
          label="Stacked"
          checked={visual.stacked ?? false}
          onChange={(stacked) => edit({ stacked: stacked || undefined }, 'stacked')}
          help="The numbers are stacked on top of one another."
        />
      ) : null}
    </>
  );
}
