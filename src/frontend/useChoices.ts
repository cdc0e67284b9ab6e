import { useCallback, useEffect, useState } from 'react';
import type { PanelChoice, Reply } from '../shared/contract';
import { macroReply } from './call-macro';
import type { Settings } from './settings';
import { mergeChoices } from './settings';
import type { ReplyState } from './useReply';
import { useReply } from './useReply';

const settleMs = 300;
const longestSearch = 200;

/** The first choices by name, with the panel picked before among them even when it stands further back. */
async function firstChoices({ panelId, panelName }: Settings): Promise<Reply<PanelChoice[]>> {
  const first = await macroReply('listPanelChoices', { text: '' });
  if (!first.ok || !panelId || !panelName || first.value.some(({ id }) => id === panelId)) return first;
  const named = await macroReply('listPanelChoices', { text: panelName.slice(0, longestSearch) });
  return named.ok ? { ok: true, value: mergeChoices(first.value, named.value) } : named;
}

/** The panels to choose from. `search` adds those that fit a text, once the typing pauses. */
export function useChoices(saved: Settings): {
  choices: ReplyState<PanelChoice[]>;
  search: (text: string) => void;
  reload: () => void;
} {
  const { reply, reload } = useReply(useCallback(() => firstChoices(saved), [saved]));
  const [found, setFound] = useState<PanelChoice[]>([]);
  const [text, setText] = useState('');
  useEffect(() => {
    if (!text.trim()) return undefined;
    const loadChoices = async (): Promise<void> => {
      const more = await macroReply('listPanelChoices', { text: text.trim().slice(0, longestSearch) });
      if (more.ok) setFound((known) => mergeChoices(known, more.value));
    };
    const timer = setTimeout(() => void loadChoices(), settleMs);
    return () => clearTimeout(timer);
  }, [text]);
  const choices: typeof reply =
    reply.state === 'value' ? { state: 'value', value: mergeChoices(reply.value, found) } : reply;
  return { choices, search: setText, reload };
}
