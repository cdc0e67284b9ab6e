import { invoke } from '@forge/bridge';
import type { AdminCalls, CallInput, CallOutput, MacroCalls, Reply } from '../../src/shared/contract';
import { CallError, problemOf } from './call-error';

type Input<Calls, Key extends keyof Calls> = CallInput<Calls, Key> extends undefined ? [] : [CallInput<Calls, Key>];

/** Answers the value of the call. @throws {CallError} with the problem, whichever side of the wire it arose on. */
export type Caller<Calls> = <Key extends keyof Calls & string>(
  key: Key,
  ...input: Input<Calls, Key>
) => Promise<CallOutput<Calls, Key>>;

async function answerOf(key: string, input: unknown): Promise<Reply<unknown>> {
  try {
    return (await invoke(key, input as Record<string, unknown> | undefined)) as Reply<unknown>;
  } catch (error) {
    throw new CallError(problemOf(error));
  }
}

async function valueOf<T>(key: string, input: unknown): Promise<T> {
  const reply = await answerOf(key, input);
  if (reply.ok) return reply.value as T;
  throw new CallError(reply.problem);
}

export const callAdmin: Caller<AdminCalls> = (key, ...input) => valueOf(key, input[0]);

export const callMacro: Caller<MacroCalls> = (key, ...input) => valueOf(key, input[0]);
