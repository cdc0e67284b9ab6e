import { invoke } from '@forge/bridge';
import type { CallInput, CallOutput, MacroCalls, ProblemReply, Reply } from '../shared/contract';

const noAnswer: ProblemReply = {
  code: 'internal',
  title: 'No answer from the app',
  message: 'The app did not answer. Check your connection and try again; if it stays so, tell your Confluence admin.',
  actor: 'admin',
  retry: true,
};

/** The reply to one of the macro's calls: its value, or the problem; a call that brings no reply is a problem too. */
export async function callMacro<Key extends keyof MacroCalls>(
  key: Key,
  input: CallInput<MacroCalls, Key>,
): Promise<Reply<CallOutput<MacroCalls, Key>>> {
  try {
    return (await invoke(key, input as Record<string, unknown>)) as Reply<CallOutput<MacroCalls, Key>>;
  } catch {
    return { ok: false, problem: noAnswer };
  }
}
