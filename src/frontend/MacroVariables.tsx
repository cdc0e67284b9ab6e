import { Heading, HelperMessage, Inline, Label, Select, Stack } from '@forge/react';
import { useState } from 'react';
import type { VariableUse, VariableView } from '../shared/contract';
import { LinkField } from './LinkField';
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
  { label: 'Readers can change it', value: 'reader' },
  { label: 'Readers can see it', value: 'fixed' },
  { label: 'Hidden from readers', value: 'hidden' },
];

/** The values that this macro gives the panel's variables, and what readers may do with each. */
export function MacroVariables({ panelId, variables, settings, onChange }: VariableFieldsProps) {
  const { values, uses } = settings;
  const [filled, setFilled] = useState(0);
  if (variables.length === 0) return null;
  return (
    <Stack space="space.150">
      <Heading size="xsmall">Variables</Heading>
      <LinkField
        variables={variables}
        onFill={(found) => {
          onChange({ values: { ...values, ...found } });
          setFilled(filled + 1);
        }}
      />
      {variables.map((variable) => (
        <Inline key={`${variable.key} ${filled}`} space="space.200" grow="fill">
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
            <Label labelFor={`use-${variable.key}`}>{`Who sets ${variable.label}`}</Label>
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
      <HelperMessage>Leave empty to use the panel’s value.</HelperMessage>
    </Stack>
  );
}
