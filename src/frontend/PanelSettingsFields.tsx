import { Spinner, Stack } from '@forge/react';
import { useCallback } from 'react';
import type { PanelChoice, VisualName } from '../shared/contract';
import type { Reader } from '../shared/reader';
import { macroReply } from './call-macro';
import { ShownColumnsField, ShownValueField } from './ColumnFields';
import { RowsField, TitleField } from './DisplayFields';
import { Preview } from './Preview';
import { ProblemMessage } from './ProblemMessage';
import type { Settings } from './settings';
import { useReply } from './useReply';
import { MacroVariables } from './MacroVariables';

interface PanelSettingsFieldsProps {
  picked: PanelChoice;
  settings: Settings;
  reader: Reader;
  isInline: boolean;
  onChange: (part: Partial<Settings>) => void;
}

const inPages: readonly VisualName[] = ['table', 'list', 'cards'];

/** Everything that can be set once a panel is picked, with its first rows as they are with these settings. */
export function PanelSettingsFields({ picked, settings, reader, isInline, onChange }: PanelSettingsFieldsProps) {
  const { id } = picked;
  const { reply, reload } = useReply(useCallback(() => macroReply('choiceDetails', { panelId: id }), [id]));
  if (reply.state === 'waiting') return <Spinner label="Loading the panel" />;
  if (reply.state === 'problem') return <ProblemMessage problem={reply.problem} onRetry={reload} />;
  const { columns = [], variables = [], visual = 'table' } = reply.value ?? {};
  const fields = { columns, settings, onChange };
  return (
    <Stack space="space.200">
      <Preview
        panelId={id}
        values={settings.values}
        hiddenColumns={isInline ? [] : settings.hiddenColumns}
        reader={reader}
      />
      {isInline ? (
        <ShownValueField {...fields} />
      ) : (
        <Stack space="space.200">
          <TitleField settings={settings} panelName={picked.name} onChange={onChange} />
          {inPages.includes(visual) && <RowsField settings={settings} onChange={onChange} />}
          <ShownColumnsField {...fields} />
        </Stack>
      )}
      <MacroVariables panelId={id} variables={variables} settings={settings} onChange={onChange} />
    </Stack>
  );
}
