import type { LoadReply, LoadRequest } from '../../../src/shared/contract';
import { callMacro } from '../../shared/call';
import type { ViewContext } from '../../shared/platform';
import { readerFrom } from '../../../src/shared/reader';
import { macroConfigFrom } from '../macro-config';
import { openLink } from '../MacroPanel';
import { patientReply, pauseOf } from '../patience';
import type { Show } from '../stage';
import type { InlineScreen } from './InlineMacro';
import { InlineMacro } from './InlineMacro';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function screenOf(reply: Exclude<LoadReply, { state: 'pending' }>, column: string | undefined): InlineScreen {
  if (reply.state === 'view') return { state: 'view', loaded: reply, column };
  if (reply.state === 'connect') return { state: 'connect', card: reply.card };
  const labels = reply.variables.filter(({ key }) => reply.missing.includes(key)).map(({ label }) => label);
  return { state: 'input-needed', labels };
}

/**
 * Draws one value where the macro stands in a sentence, and a newer one once, if it comes. `ready` is called when there
 * is something to read.
 */
export function showInline(show: Show, { locale, timezone, extension }: ViewContext, ready: () => void): void {
  const { panelId, column, values } = macroConfigFrom(extension);
  const reader = readerFrom(locale, timezone);
  const draw = (screen: InlineScreen): void => {
    show(<InlineMacro {...{ screen, reader, openLink }} />);
    if (screen.state !== 'loading') ready();
  };
  if (!panelId) return draw({ state: 'no-panel' });
  const request: LoadRequest = {
    panelId,
    window: { offset: 0, count: 1 },
    inline: column === undefined ? {} : { column },
    ...(Object.keys(values).length > 0 && { values }),
  };
  const always = (): boolean => true;

  const follow = async (askAgainMs: number): Promise<void> => {
    await wait(askAgainMs === 0 ? 0 : pauseOf(askAgainMs));
    const newer = await patientReply(() => callMacro('loadPanel', { ...request, refetch: true }), wait, always);
    if ('state' in newer && newer.state === 'view') draw(screenOf(newer, column));
  };

  const load = async (): Promise<void> => {
    draw({ state: 'loading' });
    const reply = await patientReply(() => callMacro('loadPanel', request), wait, always);
    if ('code' in reply) return draw({ state: 'problem', problem: reply, onRetry: () => void load() });
    draw(screenOf(reply, column));
    if (reply.state === 'view' && reply.askAgainMs !== undefined) await follow(reply.askAgainMs);
  };

  void load();
}
