import { HelperMessage, Label, SectionMessage, Select, Stack, Text } from '@forge/react';
import type { PanelChoice } from '../shared/contract';
import { choiceLabel } from './settings';

interface PanelPickerProps {
  choices: PanelChoice[];
  picked: PanelChoice | undefined;
  onPick: (choice: PanelChoice) => void;
  onSearch: (text: string) => void;
  /** Open as soon as it is there, for a macro that has just been inserted. */
  opensItself: boolean;
}

interface Option {
  label: string;
  value: string;
}

function optionOf(choice: PanelChoice): Option {
  return { label: choiceLabel(choice), value: choice.id };
}

/** The field in which a panel is searched and picked. */
export function PanelPicker({ choices, picked, onPick, onSearch, opensItself }: PanelPickerProps) {
  const pick = (option: Option | null): void => {
    const choice = choices.find(({ id }) => id === option?.value);
    if (choice) onPick(choice);
  };
  return (
    <Stack>
      <Label labelFor="panel">Panel</Label>
      <Select
        inputId="panel"
        name="panel"
        placeholder="Search by name, description or data source"
        options={choices.map(optionOf)}
        value={picked && optionOf(picked)}
        autoFocus={opensItself}
        openMenuOnFocus={opensItself}
        onChange={pick}
        onInputChange={onSearch}
      />
      <HelperMessage>
        {picked
          ? `Reads from the data source “${picked.dataSourceName}”.`
          : 'Admins create panels in the settings of the app.'}
      </HelperMessage>
    </Stack>
  );
}

/** Says that the panel of this macro cannot be shown here any more, and what to do. */
export function LostPanel({ name }: { name: string | undefined }) {
  const panel = name ? `“${name}”` : 'The panel of this macro';
  return (
    <SectionMessage appearance="warning" title={`${panel} is not available here`}>
      <Text>
        It was deleted, or its data source is not allowed in this space. Pick another panel, or ask a Confluence admin.
      </Text>
    </SectionMessage>
  );
}

/** Stands in place of the field when there is nothing to pick. */
export function NoPanels() {
  return (
    <SectionMessage appearance="information" title="No panels for this space yet">
      <Text>
        A Confluence admin creates panels in the settings of External Data and allows their data sources in this space.
        Come back here afterwards.
      </Text>
    </SectionMessage>
  );
}
