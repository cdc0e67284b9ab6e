import type { PlatformReply, PlatformRequest } from '../runtime/wire';
import type { LoggedCall } from './call-log';
import { logged } from './call-log';

/**
 * What goes wrong with one platform call or outbound request:
 * - `fails`: it is not done, and responded with 500; a request does not get through;
 * - `throttled`: it is not done, because too much was requested lately (429);
 * - `slow`: it is done, `slowMilliseconds` late;
 * - `lost`: it is done, but the response does not come back; its response goes to nobody;
 * - `dies`: the function dies with its thread before it is done;
 * - `dies-after`: the function dies with its thread when it is done, before it sees the response.
 */
export type Fault = 'fails' | 'throttled' | 'slow' | 'lost' | 'dies' | 'dies-after';

export const faultNames: readonly Fault[] = ['fails', 'throttled', 'slow', 'lost', 'dies', 'dies-after'];

export const slowMilliseconds = 60;

/** Called before every platform call and outbound request; undefined lets it pass. */
export type Faults = (call: Omit<LoggedCall, 'status'>) => Fault | undefined;

/** How the host does a call, and how it ends the thread that runs an invocation. */
export interface Faulty {
  request: PlatformRequest;
  handle(): Promise<PlatformReply>;
  kill(): void;
}

/** The fault of a call, if it is to have one. */
export function faultOf(faults: Faults | undefined, invocation: string, request: PlatformRequest): Fault | undefined {
  return faults?.(logged(invocation, request, 0));
}

/** The reply to a call that has the fault, or none. */
export async function sendWith(fault: Fault | undefined, { request, handle, kill }: Faulty): Promise<PlatformReply> {
  if (fault === 'fails') return brokenReply;
  if (fault === 'throttled') return throttledReply;
  if (fault === 'dies') {
    kill();
    return brokenReply;
  }
  if (fault === 'slow') await new Promise((resolve) => setTimeout(resolve, slowMilliseconds));
  const reply = await handle();
  if (fault !== 'lost' && fault !== 'dies-after') return reply;
  // The host only approves an outbound request; it is the thread that sends it, and then breaks off.
  if (request.target.type === 'egress') return { ...reply, breaksOff: fault };
  if (fault === 'dies-after') kill();
  return brokenReply;
}

/** What a function gets for a call that failed or whose reply was lost. */
const brokenReply: PlatformReply = {
  status: 500,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ code: 'INTERNAL_SERVER_ERROR', name: 'TypeError', message: 'fetch failed' }),
};

const throttledReply: PlatformReply = {
  status: 429,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ code: 'RATE_LIMIT_EXCEEDED', name: 'RATE_LIMIT_EXCEEDED', message: 'Too many requests.' }),
};
