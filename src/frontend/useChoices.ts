import { useCallback, useEffect, useState } from 'react';
import type { PanelChoice, Reply } from '../shared/contract';
import { macroReply } from './call-macro';
import type { Settings } from './settings';
import { mergeChoices } from './settings';
import type { ReplyState } from './useReply';
import { useReply } from './useReply';

const settleMs = 300;
const longestSearch = 200;

/** The panels to choose from, and which of them the macro shows now. */
interface Choices {
  all: PanelChoice[];
  /** The panel picked before, or the one that has taken its place. */
  panelId: string | undefined;
}

/** The first choices by name, with the panel that the macro shows among them even when it stands further back. */
async function firstChoices({ panelId }: Settings): Promise<Reply<Choices>> {
  const first = await macroReply('listPanelChoices', { text: '' });
  if (!first.ok) return first;
  if (!panelId || first.value.some(({ id }) => id === panelId)) return chosen(first.value, panelId);
  const shown = await macroReply('choiceDetails', { panelId });
  if (!shown.ok) return shown;
  const { choice } = shown.value ?? {};
  return choice ? chosen(mergeChoices(first.value, [choice]), choice.id) : chosen(first.value, panelId);
}

const chosen = (all: PanelChoice[], panelId: string | undefined) => ({ ok: true as const, value: { all, panelId } });

/** The panels to choose from. `search` adds those that fit a text, once the typing pauses. */
export function useChoices(saved: Settings): {
  choices: ReplyState<Choices>;
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
    reply.state === 'value'
      ? { state: 'value', value: { ...reply.value, all: mergeChoices(reply.value.all, found) } }
      : reply;
  return { choices, search: setText, reload };
}
