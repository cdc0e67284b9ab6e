import { view } from '@forge/bridge';
import { Button, FormFooter, Spinner, Stack } from '@forge/react';
import { useEffect, useState } from 'react';
import { type Reader, readerFrom } from '../shared/reader';
import { DialogGuard } from './DialogGuard';
import { ProblemMessage } from './ProblemMessage';
import type { Settings } from './settings';
import { settingsFrom, shownBy } from './settings';
import { SettingsForm } from './SettingsForm';
import { useChoices } from './useChoices';

interface Opened {
  saved: Settings;
  reader: Reader;
  isInline: boolean;
}

/** Key of the macro that shows one value in a sentence. */
const inlineModule = 'external-data-value';

async function open(): Promise<Opened> {
  const { extension, locale, timezone, moduleKey } = await view.getContext();
  const reader = readerFrom(locale, timezone);
  return { saved: settingsFrom(extension.config), reader, isInline: moduleKey === inlineModule };
}

function Choosing({ saved, reader, isInline }: Opened) {
  const { choices, search, reload } = useChoices(saved);
  switch (choices.state) {
    case 'waiting':
      return <Spinner label="Loading the panels" />;
    case 'problem':
      return (
        <Stack space="space.200">
          <ProblemMessage problem={choices.problem} onRetry={reload} />
          <FormFooter>
            <Button onClick={() => void view.close()}>Close</Button>
          </FormFooter>
        </Stack>
      );
    case 'value':
      return (
        <SettingsForm
          saved={shownBy(saved, choices.value.panelId)}
          choices={choices.value.all}
          reader={reader}
          isInline={isInline}
          onSearch={search}
        />
      );
  }
}

/** The settings dialog of the macro: pick a panel, see its first rows, save. */
export function MacroSettings() {
  return (
    <DialogGuard>
      <Opening />
    </DialogGuard>
  );
}

function Opening() {
  const [opened, setOpened] = useState<Opened>();
  useEffect(() => {
    const fail = (error: unknown): void =>
      setOpened(() => {
        throw error; // for the guard around it, which knows of errors while drawing alone
      });
    open().then(setOpened, fail);
  }, []);
  return opened ? <Choosing {...opened} /> : <Spinner label="Loading the settings" />;
}
