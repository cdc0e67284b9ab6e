import { HelperMessage, Label, Select, Stack, Textfield } from '@forge/react';
import type { Settings } from './settings';
import { pageSizes } from '../shared/page-sizes';

interface FieldProps {
  settings: Settings;
  onChange: (part: Partial<Settings>) => void;
}

interface Option {
  label: string;
  value: string;
}

const options: Option[] = [
  { label: 'As set in the panel', value: '' },
  ...pageSizes.map((size) => ({ label: String(size), value: String(size) })),
];

/** The title above the rows; the panel's name unless another is given. */
export function TitleField({ settings, panelName, onChange }: FieldProps & { panelName: string }) {
  return (
    <Stack>
      <Label labelFor="title">Title (optional)</Label>
      <Textfield
        id="title"
        name="title"
        placeholder={panelName}
        defaultValue={settings.title}
        onChange={(event) => onChange({ title: String(event.target.value ?? '') })}
      />
      <HelperMessage>Shown above the rows. Leave empty to use the panel’s name.</HelperMessage>
    </Stack>
  );
}

/** How many rows the reader sees at once. */
export function RowsField({ settings, onChange }: FieldProps) {
  const chosen = options.find(({ value }) => value === String(settings.rowsPerPage ?? '')) ?? options[0];
  return (
    <Stack>
      <Label labelFor="rows">Rows per page</Label>
      <Select
        inputId="rows"
        name="rows"
        options={options}
        value={chosen}
        onChange={(option: Option | null) => onChange({ rowsPerPage: Number(option?.value) || undefined })}
      />
    </Stack>
  );
}
