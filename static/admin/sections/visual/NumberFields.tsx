import type { NumberSettings } from '../../../../src/shared/contract';
import type { Choice } from '../../fields/SelectInput';
import { SelectInput } from '../../fields/SelectInput';
import { TextInput } from '../../fields/TextInput';
import { ColumnInput } from '../columns/ColumnInput';
import { aggregateChoices } from '../steps/aggregate-names';
import type { VisualFieldsProps } from './visual-fields-props';

const summaries: Choice<NumberSettings['summary']>[] = [
  { value: 'first', label: 'Value of the first row' },
  { value: 'last', label: 'Value of the last row' },
  ...aggregateChoices,
];

const news: Choice<'neither' | 'more' | 'less'>[] = [
  { value: 'neither', label: 'Neither' },
  { value: 'more', label: 'Higher is better' },
  { value: 'less', label: 'Lower is better' },
];

/** Which number is shown, what it is called, and what it is set against. */
export function NumberFields({ visual, edit, columns, errors }: VisualFieldsProps<'number'>) {
  return (
    <div className="field-pair">
      <ColumnInput
        label="Column"
        columns={columns}
        value={visual.column || undefined}
        onChange={(column) => edit({ column }, 'column')}
        error={errors['visual.column']}
      />
      <SelectInput
        label="Summary"
        value={visual.summary}
        choices={summaries}
        onChange={(summary) => edit({ summary }, 'summary')}
        error={errors['visual.summary']}
      />
      <TextInput
        label="Label"
        optional
        value={visual.label}
        onChange={(label) => edit({ label }, 'label')}
        error={errors['visual.label']}
      />
      <TextInput
        label="Unit"
        optional
        value={visual.unit}
        onChange={(unit) => edit({ unit }, 'unit')}
        error={errors['visual.unit']}
        placeholder="km"
      />
      <ColumnInput
        label="Compare with"
        columns={columns}
        value={visual.compareWith}
        none={visual.summary === 'last' ? 'The previous row' : 'Nothing'}
        onChange={(key) => edit({ compareWith: key === '' ? undefined : key }, 'compareWith')}
        error={errors['visual.compareWith']}
      />
      <SelectInput
        label="What counts as good"
        value={visual.goodWhen ?? 'neither'}
        choices={news}
        onChange={(goodWhen) => edit({ goodWhen: goodWhen === 'neither' ? undefined : goodWhen }, 'goodWhen')}
        error={errors['visual.goodWhen']}
      />
    </div>
  );
}
