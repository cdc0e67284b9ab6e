import { view } from '@forge/bridge';
import {
  Button,
  ButtonGroup,
  Form,
  FormFooter,
  Heading,
  LoadingButton,
  SectionMessage,
  Stack,
  Text,
} from '@forge/react';
import { useState } from 'react';
import type { PanelChoice } from '../contract';
import { DisplayFields } from './DisplayFields';
import { LostPanel, NoPanels, PanelPicker } from './PanelPicker';
import { Preview } from './Preview';
import type { Reader } from './preview-table';
import type { Settings } from './settings';
import { configToSave } from './settings';

interface SettingsFormProps {
  saved: Settings;
  choices: PanelChoice[];
  reader: Reader;
  onSearch: (text: string) => void;
}

function close(): void {
  void view.close();
}

/** The dialog once the choices are known. */
export function SettingsForm({ saved, choices, reader, onSearch }: SettingsFormProps) {
  const [settings, setSettings] = useState(saved);
  const [saving, setSaving] = useState<'no' | 'yes' | 'failed'>('no');
  const picked = choices.find(({ id }) => id === settings.panelId);
  const change = (part: Partial<Settings>): void => setSettings((now) => ({ ...now, ...part }));
  const save = async (): Promise<void> => {
    if (!picked || saving === 'yes') return;
    setSaving('yes');
    await view.submit({ config: configToSave(settings, picked) }).catch(() => setSaving('failed'));
  };

  return (
    <Form onSubmit={save}>
      <Stack space="space.200">
        {settings.panelId && !picked && <LostPanel name={saved.panelName} />}
        {choices.length === 0 ? (
          <NoPanels />
        ) : (
          <PanelPicker
            choices={choices}
            picked={picked}
            onPick={({ id }) => change({ panelId: id })}
            onSearch={onSearch}
          />
        )}
        {picked && (
          <Stack space="space.100">
            <Heading size="xsmall">Preview</Heading>
            <Preview panelId={picked.id} reader={reader} />
          </Stack>
        )}
        {picked && <DisplayFields settings={settings} panelName={picked.name} onChange={change} />}
        {saving === 'failed' && (
          <SectionMessage appearance="error" title="Not saved">
            <Text>
              Confluence did not take the settings. Try again; if it stays so, close this dialog and open it anew.
            </Text>
          </SectionMessage>
        )}
      </Stack>
      <FormFooter align="end">
        <ButtonGroup>
          <Button appearance="subtle" onClick={close}>
            Cancel
          </Button>
          <LoadingButton appearance="primary" type="submit" isDisabled={!picked} isLoading={saving === 'yes'}>
            Save
          </LoadingButton>
        </ButtonGroup>
      </FormFooter>
    </Form>
  );
}
