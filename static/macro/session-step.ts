import type { LoadReply, LoadRequest, ProblemReply, RowWindow, VariableValues } from '../../src/shared/contract';
import { carriedRows, covers, queryOf, rowsOf, withinRows } from '../visuals/view-window';
import type { Pending } from './patience';
import { longestBackgroundWaitMs, pauseOf } from './patience';
import type { ConnectNeeded, InputNeeded, LoadedView, SessionState, ShownPanel } from './session-state';
import { withValues } from './session-state';

type PendingLoad = Extract<LoadReply, Pending>;

/** The response to a request, once it is no longer pending. */
export type SettledReply = LoadedView | InputNeeded | ConnectNeeded | ProblemReply;

/** What happens to a session: the reader does something, or there is word of the request of a turn. */
export type SessionEvent =
  | { kind: 'opened' | 'refreshed' | 'retried' | 'more-wanted' | 'touched' }
  | { kind: 'window-chosen'; window: RowWindow }
  | { kind: 'values-set'; values: VariableValues }
  | { kind: 'pending'; turn: number; reply: PendingLoad | Pending }
  | { kind: 'answered'; turn: number; reply: SettledReply };

/** A request to be made, after a pause where it only looks for newer rows. */
export interface SessionRequest {
  turn: number;
  request: LoadRequest;
  afterMs?: number;
  /** Of several looks for more rows only the latest is made. */
  look?: number;
}

export interface SessionStep {
  state: SessionState;
  next?: SessionRequest;
  /** Reads on beside it, for everybody. */
  carry?: SessionRequest;
}

/**
 * The session after an event, and the request that it makes; the very same state for an event that changes nothing. Rows
 * stay while others are awaited, of several replies only the one to the latest request counts, and a failed request leaves
 * the rows before it with the problem beside them.
 */
export function sessionStep(state: SessionState, event: SessionEvent): SessionStep {
  const { base, request, shown } = state;
  switch (event.kind) {
    case 'opened':
    case 'retried':
      return requested(state, request);
    case 'refreshed':
      return requested(state, { ...base, window: shown.window, refresh: true });
    case 'more-wanted':
      return requested(state, { ...base, window: shown.window, keepTop: pinOf(shown, shown.window).upTo });
    case 'touched':
      return { state: state.isTouched ? state : { ...state, isTouched: true } };
    case 'window-chosen':
      return windowChosen(state, event.window);
    case 'values-set': {
      const next = withValues(state, event.values);
      return requested(next, { ...next.base, window: { ...shown.window, offset: 0 } });
    }
    case 'pending':
      return event.turn === state.turn ? { state: afterPending(state, event.reply) } : { state };
    case 'answered':
      return event.turn === state.turn ? replied(state, event.reply) : { state };
  }
}

function withShown(state: SessionState, part: Partial<ShownPanel>): SessionState {
  const shown = { ...state.shown, ...part };
  return { ...state, shown, idleWindow: shown.busy === 'no' ? shown.window : state.idleWindow };
}

function requested(state: SessionState, request: LoadRequest): SessionStep {
  const turn = state.turn + 1;
  const next = withShown(state, { window: request.window, busy: 'asking', isJustRead: undefined });
  return { state: { ...next, request, turn, followedMs: 0, looks: 0 }, next: { turn, request } };
}

/** Shows other rows: at once where they are here, else by a request. */
function windowChosen(state: SessionState, window: RowWindow): SessionStep {
  const { base, request, loadedWindow } = state;
  const { loaded, busy } = state.shown;
  const isIdle = busy === 'no';
  const isWhole = loaded !== undefined && rowsOf(loaded.view)?.whole !== false;
  if (loaded && (isWhole || isIdle) && covers(loaded.view, loadedWindow, window)) {
    return { state: withShown(state, { window }) };
  }
  return requested(state, {
    ...base,
    window,
    ...pinOf(state.shown, window),
    ...(!isIdle && request.refresh && { refresh: true }),
  });
}

/** Without anything under way the word is of newer rows, which the reader has not requested. */
function afterPending(state: SessionState, reply: PendingLoad | Pending): SessionState {
  const { progress } = reply;
  if (state.shown.busy === 'no') return withShown(state, { progress });
  const variables = ('variables' in reply && reply.variables) || state.shown.variables;
  return withShown(state, { busy: 'pending', progress, variables });
}

function replied(state: SessionState, reply: SettledReply): SessionStep {
  const isIdle = state.shown.busy === 'no';
  if ('state' in reply && reply.state === 'view') return settled(state, reply);
  if (isIdle && !('card' in reply)) return { state: withShown(state, { progress: undefined }) };
  const settledPart = { busy: 'no', progress: undefined } as const;
  if ('code' in reply) {
    return { state: withShown(state, { ...settledPart, window: state.idleWindow, problem: reply }) };
  }
  const { variables = [], ...instead } = reply;
  const shown = { ...settledPart, variables, loaded: undefined, problem: undefined };
  if (instead.state === 'connect')
    return { state: withShown(state, { ...shown, connect: instead, needed: undefined }) };
  return { state: withShown(state, { ...shown, needed: instead, connect: undefined }) };
}

/** The rows that came, and a request where others are wanted of them or newer ones are on their way. */
function settled(before: SessionState, loaded: LoadedView): SessionStep {
  const { request, base, turn } = before;
  if (before.shown.busy === 'no' && isEarlier(loaded, before.shown.loaded)) return { state: before };
  const window = windowWithin(before, loaded);
  const state = withShown(
    { ...before, loadedWindow: request.window },
    {
      loaded,
      window,
      variables: loaded.variables ?? [],
      progress: loaded.progress,
      isJustRead: isJustRead(before, loaded),
      busy: 'no',
      problem: undefined,
      needed: undefined,
      connect: undefined,
    },
  );
  const isByHand = window.offset === request.window.offset && window.count === request.window.count;
  if (!isByHand && !covers(loaded.view, request.window, window)) return requested(state, { ...base, window });
  const { ticket, askAgainMs } = loaded;
  if (loaded.part && askAgainMs === undefined && !state.isTouched) return requested(state, { ...base, window });
  const step = askAgainMs === undefined ? { state } : loaded.part ? lookedOn(state) : followed(state, askAgainMs);
  return ticket === undefined ? step : { ...step, carry: { turn, request: { ...lookOf(state), carry: ticket } } };
}

/** What was on its way while newer rows of the same reading came is of no use any more. */
function isEarlier({ reading }: LoadedView, shown: LoadedView | undefined): boolean {
  return reading.fetchedAt === shown?.reading.fetchedAt && reading.rowsRead < shown.reading.rowsRead;
}

/** Rows are added behind those that are there; in another order, or of those that match, so many are looked at as are shown. */
export function pinOf({ loaded }: ShownPanel, window: RowWindow): Pick<LoadRequest, 'upTo'> {
  const rows = loaded?.part && rowsOf(loaded.view);
  if (!rows || !loaded.reading.id) return {};
  const isMoved = queryOf(window) !== queryOf(anyWindow) || ('usualSorts' in rows && rows.usualSorts !== undefined);
  return isMoved ? { upTo: { reading: loaded.reading.id, rows: rows.totalRows } } : {};
}

const anyWindow = { offset: 0, count: 1 };

function lookOf({ base, shown }: SessionState): LoadRequest {
  return { ...base, window: shown.window, ...pinOf(shown, shown.window) };
}

/** Looks for more rows of a reading that goes on: soon at first, then every ten seconds; not all readers at one moment. */
function lookedOn(state: SessionState): SessionStep {
  const looks = state.looks + 1;
  const afterMs = Math.min(1000 * 2 ** state.looks, 10_000) * (0.9 + 0.2 * Math.random());
  return { state: { ...state, looks }, next: { turn: state.turn, request: lookOf(state), afterMs, look: looks } };
}

/**
 * The wanted window, as far as the rows reach and a reply can carry them; the page that the reply has in its place where the top
 * row is kept, unless the reader has turned to another meanwhile.
 */
function windowWithin({ shown, settings, request }: SessionState, loaded: LoadedView): RowWindow {
  const wanted = shown.loaded ? shown.window.count : (settings.rowsPerPage ?? loaded.rowsPerPage);
  const count = Math.min(wanted, carriedRows(loaded.view, request.window));
  const rows = rowsOf(loaded.view);
  const isMoved = request.keepTop && shown.window === request.window && rows;
  const { offset } = isMoved ? rows : shown.window;
  return withinRows({ ...shown.window, count, offset }, rows?.matchingRows ?? Infinity);
}

function isJustRead({ shown, request }: SessionState, { age, askAgainMs }: LoadedView): boolean | undefined {
  const isSame = age.fetchedAt === shown.loaded?.age.fetchedAt && askAgainMs === undefined;
  return request.refresh && isSame && !age.staleReason;
}

/** Looks for the newer rows behind those that are shown, without a word if they do not come. */
function followed(state: SessionState, askAgainMs: number): SessionStep {
  const afterMs = askAgainMs === 0 ? 0 : pauseOf(askAgainMs);
  const followedMs = state.followedMs + afterMs;
  if (followedMs > longestBackgroundWaitMs) return { state: withShown(state, { progress: undefined }) };
  const request = { ...state.request, keepTop: undefined, refetch: true };
  return { state: { ...state, followedMs }, next: { turn: state.turn, request, afterMs } };
}
