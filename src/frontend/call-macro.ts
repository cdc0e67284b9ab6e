import { invoke } from '@forge/bridge';
import { callApp } from '../shared/call-app';
import type { CallInput, CallOutput, MacroCalls, Reply } from '../shared/contract';

/** The reply to one of the macro's calls: its value, or the problem; a call that brings no reply is a problem too. */
export function macroReply<Key extends keyof MacroCalls>(
  key: Key,
  input: CallInput<MacroCalls, Key>,
): Promise<Reply<CallOutput<MacroCalls, Key>>> {
  return callApp(invoke, key, input);
}
