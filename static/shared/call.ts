import { invoke } from '@forge/bridge';
import { callApp } from '../../src/shared/call-app';
import type {
  AdminCalls,
  CallInput,
  CallOutput,
  ConnectionsCalls,
  MacroCalls,
  OwnAccountCalls,
  ReaderAccountsCalls,
} from '../../src/shared/contract';
import { CallError } from './call-error';

type Input<Calls, Key extends keyof Calls> = CallInput<Calls, Key> extends undefined ? [] : [CallInput<Calls, Key>];

/** Returns the value of the call. @throws {CallError} with the problem, whichever side of the wire it arose on. */
export type CallFunction<Calls> = <Key extends keyof Calls & string>(
  key: Key,
  ...input: Input<Calls, Key>
) => Promise<CallOutput<Calls, Key>>;

async function valueOf<T>(key: string, input: unknown): Promise<T> {
  const reply = await callApp<T>(invoke, key, input);
  if (reply.ok) return reply.value;
  throw new CallError(reply.problem);
}

export const callAdmin: CallFunction<AdminCalls> = (key, ...input) => valueOf(key, input[0]);

export const callMacro: CallFunction<MacroCalls> = (key, ...input) => valueOf(key, input[0]);

/** The calls that readers' own accounts are connected and disconnected by, from a macro. */
export const callOwn: CallFunction<OwnAccountCalls> = (key, ...input) => valueOf(key, input[0]);

/** The calls of *My connections*. */
export const callConnections: CallFunction<ConnectionsCalls> = (key, ...input) => valueOf(key, input[0]);

/** The calls of admins about the accounts of readers. */
export const callReaders: CallFunction<ReaderAccountsCalls> = (key, ...input) => valueOf(key, input[0]);
