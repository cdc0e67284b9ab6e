import type {
  LoadReply,
  LoadRequest,
  ProblemReply,
  ReadProgress,
  RowWindow,
  VariableValues,
  VariableView,
} from '../../src/shared/contract';
import type { SavedSettings } from './macro-config';

export type LoadedView = Extract<LoadReply, { state: 'view' }>;
export type InputNeeded = Extract<LoadReply, { state: 'input-needed' }>;
export type ConnectNeeded = Extract<LoadReply, { state: 'connect' }>;

/** What the macro shows: the rows that came last, the window wanted of them, and what is under way. */
export interface ShownPanel {
  loaded?: LoadedView;
  window: RowWindow;
  /** `pending`: the rows are being read for somebody else, and we shall call again. */
  busy: 'no' | 'asking' | 'pending';
  /** How far the read is that brings newer rows, where it takes its time. */
  progress?: ReadProgress;
  problem?: ProblemReply;
  /** The panel's variables, as the latest reply has them. */
  variables: VariableView[];
  /** What the reader has set. */
  values: VariableValues;
  /** What is shown in place of rows: the values that are missing, by key. */
  needed?: Pick<InputNeeded, 'title' | 'missing'>;
  /** What is shown in place of rows that only an account of the reader's own can bring. */
  connect?: Pick<ConnectNeeded, 'title' | 'card'>;
  /** True after a refresh that brought the same rows, because they are too new to be read again. */
  isJustRead?: boolean;
}

/** All that decides what a panel's session does next. */
export interface SessionState {
  settings: SavedSettings;
  shown: ShownPanel;
  /** Every request but its window, with the reader's values. */
  base: Omit<LoadRequest, 'window'>;
  /** The latest request. */
  request: LoadRequest;
  /** Counts the requests: what comes for another turn is of no use any more. */
  turn: number;
  /** The window that the rows were loaded for. */
  loadedWindow: RowWindow;
  /** The last window without anything under way, to return to from a request that failed. */
  idleWindow: RowWindow;
  /** How long newer rows have been waited for behind those that are shown. */
  followedMs: number;
  /** The reader has done something with the panel: what they look at moves only as they wish. */
  isTouched?: boolean;
  /** How often was looked for more rows of a reading that goes on. */
  looks: number;
}

/** What a page's address may say of the rows to begin with. */
export interface SessionStart {
  values?: VariableValues;
  window?: Pick<RowWindow, 'sorts' | 'search' | 'filters'>;
}

/** Rows requested before anything is known of the panel. */
export const usualRows = 25;

/** A session before its first request. */
export function openedSession(panelId: string, settings: SavedSettings, start: SessionStart): SessionState {
  const window = { offset: 0, count: settings.rowsPerPage ?? usualRows, ...start.window };
  const values = ownValues(start.values ?? {}, settings);
  const base = baseOf(panelId, settings, values);
  return {
    settings,
    base,
    shown: { window, busy: 'no', variables: [], values },
    request: { ...base, window },
    turn: 0,
    loadedWindow: window,
    idleWindow: window,
    followedMs: 0,
    looks: 0,
  };
}

/** The session with these values of the reader's, which its requests carry from now on. */
export function withValues(state: SessionState, given: VariableValues): SessionState {
  const values = ownValues(given, state.settings);
  const base = baseOf(state.base.panelId, state.settings, values);
  return { ...state, base, shown: { ...state.shown, values } };
}

/** The values that the reader may set, of those given. */
function ownValues(values: VariableValues, { uses }: SavedSettings): VariableValues {
  return Object.fromEntries(Object.entries(values).filter(([key]) => (uses[key] ?? 'reader') === 'reader'));
}

function baseOf(panelId: string, settings: SavedSettings, readerValues: VariableValues): SessionState['base'] {
  const values = { ...settings.values, ...readerValues };
  return {
    panelId,
    ...(Object.keys(values).length > 0 && { values }),
    ...(settings.hiddenColumns && { hiddenColumns: settings.hiddenColumns }),
  };
}
