import { Checkbox, ErrorMessage, Heading, HelperMessage, Inline, Label, Select, Stack } from '@forge/react';
import type { ChoiceDetails } from '../shared/contract';
import type { Settings } from './settings';

interface ColumnFieldsProps {
  columns: ChoiceDetails['columns'];
  settings: Settings;
  onChange: (part: Partial<Settings>) => void;
}

interface Option {
  label: string;
  value: string;
}

/** The columns, of which this macro leaves out those without a tick. */
export function ShownColumnsField({ columns, settings, onChange }: ColumnFieldsProps) {
  const { hiddenColumns } = settings;
  const show = (key: string, isShown: boolean): void => {
    const others = hiddenColumns.filter((hidden) => hidden !== key);
    onChange({ hiddenColumns: isShown ? others : [...others, key] });
  };
  return (
    <Stack space="space.050">
      <Heading size="xsmall">Columns</Heading>
      <Inline space="space.200" shouldWrap>
        {columns.map(({ key, label }) => (
          <Checkbox
            key={key}
            label={label}
            isChecked={!hiddenColumns.includes(key)}
            onChange={({ target }) => show(key, target.checked === true)}
          />
        ))}
      </Inline>
      {columns.length > 0 && columns.every(({ key }) => hiddenColumns.includes(key)) && (
        <ErrorMessage>Choose at least one column. Without any, readers see no rows.</ErrorMessage>
      )}
    </Stack>
  );
}

/** The value that an inline macro shows. */
export function ShownValueField({ columns, settings, onChange }: ColumnFieldsProps) {
  const options: Option[] = [
    { label: 'As in the panel', value: '' },
    ...columns.map(({ key, label: name }) => ({ label: name, value: key })),
  ];
  return (
    <Stack>
      <Label labelFor="column">Value</Label>
      <Select
        inputId="column"
        name="column"
        options={options}
        value={options.find(({ value }) => value === (settings.column ?? '')) ?? options[0]}
        onChange={(option: Option | null) => onChange({ column: option?.value ? option.value : undefined })}
      />
      <HelperMessage>The sentence shows the column’s value in the first row.</HelperMessage>
    </Stack>
  );
}
