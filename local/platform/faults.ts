import type { PlatformReply, PlatformRequest } from '../runtime/wire';
import type { LoggedCall } from './call-log';
import { logged } from './call-log';

/**
 * What goes wrong with one platform call: it `fails` undone, it is done but its answer is `lost`, or the function `dies`
 * with its thread before it is done.
 */
export type Fault = 'fails' | 'lost' | 'dies';

/** Asked before every platform call and outbound request; undefined lets it pass. */
export type Faults = (call: Omit<LoggedCall, 'status'>) => Fault | undefined;

/** The fault of a call, if it is to have one. */
export function faultOf(faults: Faults | undefined, invocation: string, request: PlatformRequest): Fault | undefined {
  return faults?.(logged(invocation, request, 0));
}

/** What a function gets for a call that failed or whose answer was lost. */
export const brokenReply: PlatformReply = {
  status: 500,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ code: 'INTERNAL_SERVER_ERROR', name: 'TypeError', message: 'fetch failed' }),
};
