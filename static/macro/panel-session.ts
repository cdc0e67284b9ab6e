import type { LoadReply, LoadRequest, MacroConfig, ProblemReply, ReadProgress, RowWindow } from '../../src/contract';
import { problemOf } from '../shared/call-error';
import { carriedRows, covers, withinRows } from '../visuals/view-window';

type LoadedView = Extract<LoadReply, { state: 'view' }>;

/** What the macro shows: the rows that came last, the window wanted of them, and what is under way. */
export interface PanelScreen {
  loaded?: LoadedView;
  window: RowWindow;
  /** `pending`: the rows are being read for somebody else, and we shall ask again. */
  busy: 'no' | 'asking' | 'pending';
  /** How far the read is that brings newer rows, where it takes its time. */
  progress?: ReadProgress;
  problem?: ProblemReply;
}

/** What a session stands on: the call, a clock to wait by, and who is told of each change. */
export interface SessionPorts {
  load(request: LoadRequest): Promise<LoadReply>;
  wait(ms: number): Promise<void>;
  changed(screen: PanelScreen): void;
}

export interface PanelSession {
  /** Shows other rows: at once when they are here, else by a call. */
  show(window: RowWindow): void;
  /** Asks the source for new rows. */
  refresh(): void;
  /** Makes the call that failed once more. */
  retry(): void;
  /** Ends the session; later answers are dropped. */
  close(): void;
}

/** Rows asked for before anything is known of the panel. */
export const usualRows = 25;
const longestWaitMs = 90_000;
/** A read in the background may take ten minutes, and some time to begin. */
const longestBackgroundWaitMs = 900_000;

const stillBusy: ProblemReply = {
  code: 'busy',
  title: 'Still reading',
  message: 'The rows are still being read from their source. Try again in a moment.',
  actor: 'reader',
  retry: true,
};

const pauseOf = (askAgainMs: number): number => Math.min(Math.max(askAgainMs, 250), 30_000);

/** The call's reply; `pending` too where the app was only too busy to answer. */
async function replyOf(request: LoadRequest, { load }: SessionPorts): Promise<LoadReply> {
  try {
    return await load(request);
  } catch (error) {
    const problem = problemOf(error);
    if (problem.code !== 'busy' || problem.retryAfterMs === undefined) throw error;
    return { state: 'pending', askAgainMs: problem.retryAfterMs };
  }
}

/** The reply once it is a view. Pending ones are asked again, until the waiting has lasted too long. */
async function viewOf(
  request: LoadRequest,
  ports: SessionPorts,
  goOn: (progress: ReadProgress | undefined) => boolean,
): Promise<LoadedView | ProblemReply> {
  for (let waitedMs = 0; ;) {
    const reply = await replyOf(request, ports);
    if (reply.state === 'view') return reply;
    const mostMs = reply.progress ? longestBackgroundWaitMs : longestWaitMs;
    if (!goOn(reply.progress) || waitedMs >= mostMs) return stillBusy;
    const ms = pauseOf(reply.askAgainMs);
    waitedMs += ms;
    await ports.wait(ms);
    if (!goOn(reply.progress)) return stillBusy;
  }
}

/**
 * One panel on the screen from its first call on. Rows stay while others are awaited, of several answers only the one
 * to the latest asking counts, and a failed call leaves the rows before it with the problem beside them.
 */
export function openPanel(panelId: string, config: MacroConfig, ports: SessionPorts): PanelSession {
  let screen: PanelScreen = { window: { offset: 0, count: config.rowsPerPage ?? usualRows }, busy: 'no' };
  let request: LoadRequest = { panelId, window: screen.window };
  let loadedWindow = screen.window;
  let shownWindow = screen.window;
  let turn = 0;
  let followedMs = 0;

  const update = (part: Partial<PanelScreen>): void => {
    screen = { ...screen, ...part };
    if (screen.busy === 'no') shownWindow = screen.window;
    ports.changed(screen);
  };

  const settle = (loaded: LoadedView): void => {
    const wanted = screen.loaded ? screen.window.count : (config.rowsPerPage ?? loaded.rowsPerPage);
    const count = Math.min(wanted, carriedRows(loaded.view, request.window));
    const window = withinRows({ ...screen.window, count }, loaded.view.matchingRows);
    const isAsked = window.offset === request.window.offset && window.count === request.window.count;
    loadedWindow = request.window;
    update({ loaded, window, busy: 'no', progress: loaded.progress, problem: undefined });
    if (!isAsked && !covers(loaded.view, loadedWindow, window)) void ask({ panelId, window });
    else if (loaded.askAgainMs !== undefined) void follow(loaded.askAgainMs);
  };

  /** Fetches the newer rows behind those on the screen, without a word if they do not come. */
  const follow = async (askAgainMs: number): Promise<void> => {
    const mine = turn;
    const ms = askAgainMs === 0 ? 0 : pauseOf(askAgainMs);
    followedMs += ms;
    if (followedMs > longestBackgroundWaitMs) return update({ progress: undefined });
    await ports.wait(ms);
    if (mine !== turn) return;
    const current = (progress: ReadProgress | undefined): boolean => {
      if (mine === turn) update({ progress });
      return mine === turn;
    };
    const answer = await viewOf({ ...request, refetch: true }, ports, current).catch(problemOf);
    if (mine !== turn) return;
    if ('code' in answer) update({ progress: undefined });
    else settle(answer);
  };

  const ask = async (next: LoadRequest): Promise<void> => {
    turn += 1;
    const mine = turn;
    const current = (): boolean => mine === turn;
    const pending = (progress: ReadProgress | undefined): boolean => {
      if (current()) update({ busy: 'pending', progress });
      return current();
    };
    request = next;
    followedMs = 0;
    update({ window: next.window, busy: 'asking' });
    const answer = await viewOf(next, ports, pending).catch(problemOf);
    if (!current()) return;
    if ('code' in answer) update({ window: shownWindow, busy: 'no', progress: undefined, problem: answer });
    else settle(answer);
  };

  const show = (window: RowWindow): void => {
    const { loaded, busy } = screen;
    const idle = busy === 'no';
    if (loaded && (loaded.view.whole || idle) && covers(loaded.view, loadedWindow, window)) update({ window });
    else void ask({ panelId, window, refresh: idle ? undefined : request.refresh });
  };

  void ask(request);
  return {
    show,
    refresh: () => void ask({ panelId, window: screen.window, refresh: true }),
    retry: () => void ask(request),
    close: () => {
      turn += 1;
    },
  };
}
