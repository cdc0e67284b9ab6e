import type { ConnectCard, LoadReply, LoadRequest } from '../../../src/shared/contract';
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

type Reply = Exclude<LoadReply, { state: 'pending' }>;

function screenOf(reply: Reply, column: string | undefined, onConnect: (card: ConnectCard) => void): InlineScreen {
  if (reply.state === 'connect') {
    return { state: 'connect', host: reply.card.host, onConnect: () => onConnect(reply.card) };
  }
  if (reply.state === 'view') {
    const { sharedView } = reply;
    return { state: 'view', loaded: reply, column, onConnect: sharedView && (() => onConnect(sharedView)) };
  }
  const labels = reply.variables.filter(({ key }) => reply.missing.includes(key)).map(({ label }) => label);
  return { state: 'input-needed', labels };
}

/** The data source that the value comes from with an account of somebody's own; undefined where it does not. */
function ownDataSourceOf(reply: Reply): string | undefined {
  if (reply.state === 'connect') return reply.card.dataSourceId;
  return reply.state === 'view' ? (reply.own ?? reply.sharedView)?.dataSourceId : undefined;
}

/**
 * Draws one value where the macro stands in a sentence, and a newer one once, if it comes. `ready` is called when there
 * is something to read.
 */
export function showInline(show: Show, context: ViewContext, ready: () => void): void {
  const { locale, timezone, extension, localId } = context;
  const { panelId, column, values } = macroConfigFrom(extension);
  const reader = readerFrom(locale, timezone);
  let isHearing = false;
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
  const reload = (): void => void load();

  const drawReply = async (reply: Reply): Promise<void> => {
    const dataSourceId = ownDataSourceOf(reply);
    draw(screenOf(reply, column, connect));
    if (dataSourceId === undefined || isHearing) return;
    isHearing = true;
    const { hearOfAccount } = await import('../connect/open-connect');
    hearOfAccount(dataSourceId, localId, reload);
  };

  const connect = (card: ConnectCard): void => {
    import('../connect/open-connect').then(
      ({ openConnect }) => openConnect(card, panelId, reload),
      () => undefined, // another click tries again
    );
  };

  const follow = async (askAgainMs: number): Promise<void> => {
    await wait(askAgainMs === 0 ? 0 : pauseOf(askAgainMs));
    const newer = await patientReply(() => callMacro('loadPanel', { ...request, refetch: true }), wait, always);
    if ('state' in newer && newer.state !== 'input-needed') await drawReply(newer);
  };

  const load = async (): Promise<void> => {
    draw({ state: 'loading' });
    const reply = await patientReply(() => callMacro('loadPanel', request), wait, always);
    if ('code' in reply) return draw({ state: 'problem', problem: reply, onRetry: reload });
    await drawReply(reply);
    if (reply.state === 'view' && reply.askAgainMs !== undefined) await follow(reply.askAgainMs);
  };

  void load();
}
