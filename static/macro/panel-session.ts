import type { RowWindow, VariableEntriesReply, VariableEntry, VariableValues } from '../../src/shared/contract';
import type { Reader } from '../../src/shared/reader';
import { CallError } from '../shared/call-error';
import type { RowSource } from '../visuals/row-source';
import type { SavedSettings } from './macro-config';
import type { SourceOptions, SourcePorts } from './panel-row-source';
import { rowSource } from './panel-row-source';
import { patientReply } from './patience';
import type { SessionStart, ShownPanel } from './session-state';
import { openedSession } from './session-state';
import type { SessionEvent, SessionRequest } from './session-step';
import { pinOf, sessionStep } from './session-step';

/** What the macro shows, and where further rows of it come from. */
export interface PanelScreen extends ShownPanel {
  source: RowSource;
  /** With the moment that relative dates count from: that of the call which brought the rows. */
  reader: Reader;
}

/** What a session stands on: the calls, a clock to wait by, and who is told of each change. */
export interface SessionPorts extends SourcePorts {
  /** How the reader writes numbers and dates, and what time it is. */
  reader(): Reader;
  variableEntries(request: { panelId: string; key: string; text: string }): Promise<VariableEntriesReply>;
  changed(screen: PanelScreen): void;
  /** Resolves once the screen can be seen. */
  seen?(): Promise<void>;
}

export interface PanelSession {
  /** Shows other rows: at once when they are here, else by a call. */
  show(window: RowWindow): void;
  /** Makes the rows anew with these values of the reader's; a value that is absent is the macro's or the panel's. */
  setValues(values: VariableValues): void;
  /** Entries of a list that hold the text; `cut` where there are more. @throws CallError */
  entries(key: string, text: string): Promise<{ entries: VariableEntry[]; cut: boolean }>;
  /** The reader is at the panel. */
  touch(): void;
  /** Requests new rows of the source. */
  refresh(): void;
  /** Shows the rows that were read since those on the screen. */
  showMore(): void;
  /** Makes the call that failed once more. */
  retry(): void;
  /** Ends the session; later replies are dropped. */
  close(): void;
}

/** One panel on the screen from its first call on: `sessionStep` says what follows from what, and here it is done. */
export function openPanelSession(
  panelId: string,
  settings: SavedSettings,
  ports: SessionPorts,
  start: SessionStart = {},
): PanelSession {
  let isOpen = true;
  let state = openedSession(panelId, settings, start);
  let reader = ports.reader();
  let source = sourceOfRows();

  function sourceOfRows(): RowSource {
    const { base, shown } = state;
    const isWanted = (): boolean => isOpen && state.base === base;
    const pin: SourceOptions['pin'] = (window) => pinOf(state.shown, window);
    return rowSource(ports, { request: base, pin, reader: () => reader, readerValues: shown.values, isWanted });
  }

  const happened = (event: SessionEvent): void => {
    if (!isOpen) return;
    const before = state;
    const { state: after, next, carry } = sessionStep(before, event);
    if (after === before) return;
    state = after;
    if (after.base !== before.base) source = sourceOfRows();
    ports.changed({ ...after.shown, source, reader });
    if (next) void make(next);
    if (carry) void make(carry);
  };

  const make = async ({ turn, request, afterMs, look }: SessionRequest): Promise<void> => {
    const isWanted = (): boolean => isOpen && state.turn === turn;
    if (afterMs !== undefined) await ports.wait(afterMs);
    if (look !== undefined) await ports.seen?.();
    if (!isWanted() || (look ?? state.looks) !== state.looks) return;
    const asReader = ports.reader();
    const reply = await patientReply(
      () => ports.load({ ...request, reader: asReader }),
      ports.wait,
      (pending) => {
        happened({ kind: 'pending', turn, reply: pending });
        return isWanted();
      },
    );
    if (isWanted() && 'state' in reply && reply.state === 'view') reader = asReader;
    happened({ kind: 'answered', turn, reply });
  };

  const entries: PanelSession['entries'] = async (key, text) => {
    const requested = { panelId, key, text };
    const reply = await patientReply(
      () => ports.variableEntries(requested),
      ports.wait,
      () => isOpen,
    );
    if ('code' in reply) throw new CallError(reply);
    return reply;
  };

  happened({ kind: 'opened' });
  return {
    show: (window) => happened({ kind: 'window-chosen', window }),
    setValues: (values) => happened({ kind: 'values-set', values }),
    entries,
    touch: () => happened({ kind: 'touched' }),
    refresh: () => happened({ kind: 'refreshed' }),
    showMore: () => happened({ kind: 'more-wanted' }),
    retry: () => happened({ kind: 'retried' }),
    close: () => {
      isOpen = false;
    },
  };
}
