import type { ConnectionStatus, ConnectReply, ProblemReply } from '../../../src/shared/contract';
import { problemOf } from '../../shared/call-error';

/** How connecting an account stands, from the click on. */
export type ConnectAttempt =
  | { state: 'idle' | 'preparing' | 'waiting' | 'expired' }
  /** The address is there, but only another click may open it: the first was too long ago, or no tab opened. */
  | { state: 'ready'; because: 'slow' | 'not-opened' }
  | { state: 'failed'; problem: ProblemReply };

/** What an attempt stands on. */
export interface AttemptPorts {
  connect(): Promise<ConnectReply>;
  status(attemptId: string): Promise<ConnectionStatus>;
  /** Opens an address in a new tab. @throws where none opened */
  open(url: string): Promise<void>;
  /** Resolves after so many milliseconds, or as soon as somebody looks at the page again; not while nobody does. */
  pause(ms: number): Promise<void>;
  now(): number;
  changed(attempt: ConnectAttempt): void;
  connected(): void;
}

export interface AttemptControl {
  /** Begins, or begins anew: what an earlier beginning brings is of no use then. */
  begin(): void;
  /** Opens the sign-in by another click. */
  open(): void;
  /** Ends it; later replies are dropped. */
  close(): void;
}

/** Browsers let a click open a tab for five seconds. */
const clickHoldsMs = 4500;
const firstPauseMs = 2000;
const longestPauseMs = 10_000;
const longestMs = 600_000;

/** Connecting one account: the sign-in opens in a tab of its own, and the app is asked until it knows the outcome. */
export function connectAttempt(ports: AttemptPorts): AttemptControl {
  let turn = 0;
  let prepared: ConnectReply | undefined;
  let isFollowed = false;

  const failed = (error: unknown): void => ports.changed({ state: 'failed', problem: problemOf(error) });

  const begin = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    const clicked = ports.now();
    prepared = undefined;
    isFollowed = false;
    ports.changed({ state: 'preparing' });
    try {
      const reply = await ports.connect();
      if (turn !== mine) return;
      prepared = reply;
      if (ports.now() - clicked > clickHoldsMs) ports.changed({ state: 'ready', because: 'slow' });
      else await open();
    } catch (error) {
      if (turn === mine) failed(error);
    }
  };

  const open = async (): Promise<void> => {
    const mine = turn;
    if (!prepared) return;
    const isOpen = await ports.open(prepared.authorizeUrl).then(
      () => true,
      () => false,
    );
    if (turn !== mine) return;
    if (!isOpen) return ports.changed({ state: 'ready', because: 'not-opened' });
    ports.changed({ state: 'waiting' });
    if (!isFollowed) void follow(prepared.attemptId, mine);
  };

  const follow = async (attemptId: string, mine: number): Promise<void> => {
    isFollowed = true;
    const began = ports.now();
    for (let ms = firstPauseMs; ports.now() - began < longestMs; ms = Math.min(ms * 1.25, longestPauseMs)) {
      await ports.pause(ms);
      if (turn !== mine) return;
      const status = await statusOf(attemptId);
      if (turn !== mine) return;
      if (status.state !== 'waiting') return ended(status);
    }
    ports.changed({ state: 'expired' });
  };

  /** A call that may go through later is only one that has not been answered. */
  const statusOf = async (attemptId: string): Promise<ConnectionStatus> => {
    try {
      return await ports.status(attemptId);
    } catch (error) {
      const problem = problemOf(error);
      return problem.retry ? { state: 'waiting' } : { state: 'failed', problem };
    }
  };

  const ended = ({ state, problem }: ConnectionStatus): void => {
    if (state === 'connected') return ports.connected();
    ports.changed(problem ? { state: 'failed', problem } : { state: 'expired' });
  };

  return {
    begin: () => void begin(),
    open: () => void open(),
    close: () => void (turn += 1),
  };
}
