import { HelperMessage, Label, Select, Stack, Textfield } from '@forge/react';
import type { Settings } from './settings';
import { pageSizes } from './settings';

interface DisplayFieldsProps {
  settings: Settings;
  /** Name of the picked panel, which is the title unless another is given. */
  panelName: string | undefined;
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

/** The fields for what the reader sees around the rows. */
export function DisplayFields({ settings, panelName, onChange }: DisplayFieldsProps) {
  const chosen = options.find(({ value }) => value === String(settings.rowsPerPage ?? '')) ?? options[0];
  return (
    <Stack space="space.200">
      <Stack>
        <Label labelFor="title">Title (optional)</Label>
        <Textfield
          id="title"
          name="title"
          placeholder={panelName ?? ''}
          defaultValue={settings.title}
          onChange={(event) => onChange({ title: String(event.target.value ?? '') })}
        />
        <HelperMessage>Stands above the table; the panel’s name if left empty.</HelperMessage>
      </Stack>
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
    </Stack>
  );
}
