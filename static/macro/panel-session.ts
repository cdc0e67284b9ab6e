import type {
  LoadReply,
  LoadRequest,
  ProblemReply,
  ReadProgress,
  RowWindow,
  VariableEntriesReply,
  VariableEntry,
  VariableValues,
  VariableView,
} from '../../src/shared/contract';
import { CallError } from '../shared/call-error';
import type { RowSource } from '../visuals/row-source';
import { carriedRows, covers, rowsOf, withinRows } from '../visuals/view-window';
import type { MacroSettings } from './macro-config';
import { longestBackgroundWaitMs, patientReply, pauseOf } from './patience';
import type { SourcePorts } from './panel-row-source';
import { rowSource } from './panel-row-source';

type LoadedView = Extract<LoadReply, { state: 'view' }>;
type InputNeeded = Extract<LoadReply, { state: 'input-needed' }>;

/** What the macro shows: the rows that came last, the window wanted of them, and what is under way. */
export interface PanelScreen {
  loaded?: LoadedView;
  window: RowWindow;
  /** `pending`: the rows are being read for somebody else, and we shall ask again. */
  busy: 'no' | 'asking' | 'pending';
  /** How far the read is that brings newer rows, where it takes its time. */
  progress?: ReadProgress;
  problem?: ProblemReply;
  /** The panel's variables, as the latest answer has them. */
  variables: VariableView[];
  /** What the reader has set. */
  values: VariableValues;
  /** What stands in place of rows: the values that are missing, by key. */
  needed?: Pick<InputNeeded, 'title' | 'missing'>;
  /** True after a refresh that brought the same rows, because they are too new to be read again. */
  isJustRead?: boolean;
  source: RowSource;
}

/** What a session stands on: the calls, a clock to wait by, and who is told of each change. */
export interface SessionPorts extends SourcePorts {
  variableEntries(request: { panelId: string; key: string; text: string }): Promise<VariableEntriesReply>;
  changed(screen: PanelScreen): void;
}

/** What a page's address may say of the rows to begin with. */
export interface SessionStart {
  values?: VariableValues;
  window?: Pick<RowWindow, 'sorts' | 'search' | 'filters'>;
}

export interface PanelSession {
  /** Shows other rows: at once when they are here, else by a call. */
  show(window: RowWindow): void;
  /** Makes the rows anew with these values of the reader's; a value that is absent is the macro's or the panel's. */
  setValues(values: VariableValues): void;
  /** Entries of a list that hold the text; `cut` where there are more. @throws CallError */
  entries(key: string, text: string): Promise<{ entries: VariableEntry[]; cut: boolean }>;
  /** Asks the source for new rows. */
  refresh(): void;
  /** Makes the call that failed once more. */
  retry(): void;
  /** Ends the session; later answers are dropped. */
  close(): void;
}

/** Rows asked for before anything is known of the panel. */
export const usualRows = 25;

/** The values that the reader may set, of those that they have. */
function ownValues(values: VariableValues, { uses }: MacroSettings): VariableValues {
  return Object.fromEntries(Object.entries(values).filter(([key]) => (uses[key] ?? 'reader') === 'reader'));
}

function requestOf(
  panelId: string,
  settings: MacroSettings,
  readerValues: VariableValues,
): Omit<LoadRequest, 'window'> {
  const values = { ...settings.values, ...readerValues };
  return {
    panelId,
    ...(Object.keys(values).length > 0 && { values }),
    ...(settings.hiddenColumns && { hiddenColumns: settings.hiddenColumns }),
  };
}

/**
 * One panel on the screen from its first call on. Rows stay while others are awaited, of several answers only the one
 * to the latest asking counts, and a failed call leaves the rows before it with the problem beside them.
 */
export function openPanel(
  panelId: string,
  settings: MacroSettings,
  ports: SessionPorts,
  start: SessionStart = {},
): PanelSession {
  let isOpen = true;
  let turn = 0;
  let followedMs = 0;
  let base = requestOf(panelId, settings, {});

  /** The part of the screen that the reader's values decide; requests from now on carry them. */
  const withValues = (given: VariableValues): Pick<PanelScreen, 'values' | 'source'> => {
    const values = ownValues(given, settings);
    base = requestOf(panelId, settings, values);
    const mine = base;
    const isWanted = (): boolean => isOpen && base === mine;
    return { values, source: rowSource(ports, { request: base, readerValues: values, isWanted }) };
  };

  let screen: PanelScreen = {
    window: { offset: 0, count: settings.rowsPerPage ?? usualRows, ...start.window },
    busy: 'no',
    variables: [],
    ...withValues(start.values ?? {}),
  };
  let request: LoadRequest = { ...base, window: screen.window };
  let loadedWindow = screen.window;
  let shownWindow = screen.window;

  const update = (part: Partial<PanelScreen>): void => {
    screen = { ...screen, ...part };
    if (screen.busy === 'no') shownWindow = screen.window;
    ports.changed(screen);
  };

  const settle = (loaded: LoadedView): void => {
    const wanted = screen.loaded ? screen.window.count : (settings.rowsPerPage ?? loaded.rowsPerPage);
    const count = Math.min(wanted, carriedRows(loaded.view, request.window));
    const window = withinRows({ ...screen.window, count }, rowsOf(loaded.view)?.matchingRows ?? Infinity);
    const isAsked = window.offset === request.window.offset && window.count === request.window.count;
    const isSame = loaded.age.fetchedAt === screen.loaded?.age.fetchedAt && loaded.askAgainMs === undefined;
    const isJustRead = request.refresh && isSame && !loaded.age.staleReason;
    loadedWindow = request.window;
    const variables = loaded.variables ?? [];
    const news = { loaded, window, variables, progress: loaded.progress, isJustRead };
    update({ ...news, busy: 'no', problem: undefined, needed: undefined });
    if (!isAsked && !covers(loaded.view, loadedWindow, window)) void ask({ ...base, window });
    else if (loaded.askAgainMs !== undefined) void follow(loaded.askAgainMs);
  };

  const settleNeeded = ({ title, missing, variables }: InputNeeded): void =>
    update({
      needed: { title, missing },
      variables,
      loaded: undefined,
      busy: 'no',
      progress: undefined,
      problem: undefined,
    });

  /** Fetches the newer rows behind those on the screen, without a word if they do not come. */
  const follow = async (askAgainMs: number): Promise<void> => {
    const mine = turn;
    const ms = askAgainMs === 0 ? 0 : pauseOf(askAgainMs);
    followedMs += ms;
    if (followedMs > longestBackgroundWaitMs) return update({ progress: undefined });
    await ports.wait(ms);
    if (mine !== turn) return;
    const answer = await patientReply(
      () => ports.load({ ...request, refetch: true }),
      ports.wait,
      ({ progress }) => {
        if (mine === turn) update({ progress });
        return mine === turn;
      },
    );
    if (mine !== turn) return;
    if ('state' in answer && answer.state === 'view') settle(answer);
    else update({ progress: undefined });
  };

  const ask = async (next: LoadRequest): Promise<void> => {
    turn += 1;
    const mine = turn;
    request = next;
    followedMs = 0;
    update({ window: next.window, busy: 'asking', isJustRead: undefined });
    const answer = await patientReply(
      () => ports.load(next),
      ports.wait,
      (pending) => {
        const variables = ('variables' in pending && pending.variables) || screen.variables;
        if (mine === turn) update({ busy: 'pending', progress: pending.progress, variables });
        return mine === turn;
      },
    );
    if (mine !== turn) return;
    if ('code' in answer) update({ window: shownWindow, busy: 'no', progress: undefined, problem: answer });
    else if (answer.state === 'view') settle(answer);
    else settleNeeded(answer);
  };

  const show = (window: RowWindow): void => {
    if (!isOpen) return;
    const { loaded, busy } = screen;
    const idle = busy === 'no';
    const isWhole = loaded !== undefined && rowsOf(loaded.view)?.whole !== false;
    if (loaded && (isWhole || idle) && covers(loaded.view, loadedWindow, window)) update({ window });
    else void ask({ ...base, window, ...(!idle && request.refresh && { refresh: true }) });
  };

  const setValues = (values: VariableValues): void => {
    if (!isOpen) return;
    update(withValues(values));
    void ask({ ...base, window: { ...screen.window, offset: 0 } });
  };

  const entries = async (key: string, text: string): Promise<{ entries: VariableEntry[]; cut: boolean }> => {
    const asked = { panelId, key, text };
    const answer = await patientReply(
      () => ports.variableEntries(asked),
      ports.wait,
      () => isOpen,
    );
    if ('code' in answer) throw new CallError(answer);
    return answer;
  };

  void ask(request);
  return {
    show,
    setValues,
    entries,
    refresh: () => void ask({ ...base, window: screen.window, refresh: true }),
    retry: () => void ask(request),
    close: () => {
      isOpen = false;
      turn += 1;
    },
  };
}
