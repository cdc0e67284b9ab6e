import { view } from '@forge/bridge';
import {
  Box,
  Button,
  ButtonGroup,
  Form,
  FormFooter,
  LoadingButton,
  SectionMessage,
  Stack,
  Text,
  xcss,
} from '@forge/react';
import { useState } from 'react';
import type { PanelChoice } from '../shared/contract';
import type { Reader } from '../shared/reader';
import { LostPanel, NoPanels, PanelPicker } from './PanelPicker';
import { PanelSettingsFields } from './PanelSettingsFields';
import type { Settings } from './settings';
import { configToSave, forPanel } from './settings';

interface SettingsFormProps {
  saved: Settings;
  choices: PanelChoice[];
  reader: Reader;
  isInline: boolean;
  onSearch: (text: string) => void;
}

function close(): void {
  void view.close();
}

/** What is left of the window's height beside the dialog's own head and the buttons, which stay in sight. */
const fieldsStyle = xcss({ maxHeight: 'calc(100vh - 280px)', overflowY: 'auto', padding: 'space.050' });

/** The dialog once the choices are known. */
export function SettingsForm({ saved, choices, reader, isInline, onSearch }: SettingsFormProps) {
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
      <Box xcss={fieldsStyle}>
        <Stack space="space.200">
          {settings.panelId && !picked && <LostPanel name={saved.panelName} />}
          {choices.length === 0 ? (
            <NoPanels />
          ) : (
            <PanelPicker
              choices={choices}
              picked={picked}
              onPick={({ id }) => setSettings((now) => (now.panelId === id ? now : forPanel(now, id)))}
              onSearch={onSearch}
              opensItself={saved.panelId === undefined}
            />
          )}
          {picked && (
            <PanelSettingsFields
              key={picked.id}
              picked={picked}
              settings={settings}
              reader={reader}
              isInline={isInline}
              onChange={change}
            />
          )}
        </Stack>
      </Box>
      {saving === 'failed' && (
        <SectionMessage appearance="error" title="Not saved">
          <Text>
            Confluence did not accept the settings. Try again. If this keeps happening, close this dialog and open it
            again.
          </Text>
        </SectionMessage>
      )}
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
