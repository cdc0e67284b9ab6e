import { Heading, HelperMessage, Inline, Label, Select, Stack } from '@forge/react';
import type { VariableUse, VariableView } from '../shared/contract';
import type { Settings } from './settings';
import { ValueField } from './ValueField';

interface VariableFieldsProps {
  panelId: string;
  variables: VariableView[];
  settings: Settings;
  onChange: (part: Partial<Settings>) => void;
}

interface Option {
  label: string;
  value: VariableUse;
}

const useOptions: Option[] = [
  { label: 'Readers may change it', value: 'reader' },
  { label: 'Readers see it', value: 'fixed' },
  { label: 'Readers do not see it', value: 'hidden' },
];

/** The values that this macro gives the panel's variables, and what readers may do with each. */
export function VariableFields({ panelId, variables, settings, onChange }: VariableFieldsProps) {
  const { values, uses } = settings;
  if (variables.length === 0) return null;
  return (
    <Stack space="space.150">
      <Heading size="xsmall">Variables</Heading>
      {variables.map((variable) => (
        <Inline key={variable.key} space="space.200" grow="fill">
          <Stack grow="fill">
            <Label labelFor={`value-${variable.key}`}>
              {variable.required ? `${variable.label} (required)` : variable.label}
            </Label>
            <ValueField
              panelId={panelId}
              variable={variable}
              value={values[variable.key] ?? ''}
              onChange={(value) => onChange({ values: { ...values, [variable.key]: value } })}
            />
          </Stack>
          <Stack grow="fill">
            <Label labelFor={`use-${variable.key}`}>{`Use of ${variable.label}`}</Label>
            <Select
              inputId={`use-${variable.key}`}
              options={useOptions}
              value={useOptions.find(({ value }) => value === uses[variable.key]) ?? useOptions[0]}
              onChange={(option: Option | null) =>
                onChange({ uses: { ...uses, [variable.key]: option?.value ?? 'reader' } })
              }
            />
          </Stack>
        </Inline>
      ))}
      <HelperMessage>An empty value means the panel’s own.</HelperMessage>
    </Stack>
  );
}
