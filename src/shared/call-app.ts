import type { Reply } from './contract';
import type { ProblemReply } from './problem';

/** The platform's way to call a function of the app from the browser. */
export type Invoke = (key: string, input?: Record<string, unknown>) => Promise<unknown>;

/** The reply of the app to a call: its value, or the problem; a call that brings no reply is a problem too. */
export async function callApp<T>(invoke: Invoke, key: string, input: unknown): Promise<Reply<T>> {
  try {
    return (await invoke(key, input as Record<string, unknown> | undefined)) as Reply<T>;
  } catch {
    return { ok: false, problem: noReply() };
  }
}

/** The problem of a call that failed before the app could say anything. */
export function noReply(): ProblemReply {
  return {
    code: 'internal',
    title: 'No response from the app',
    message:
      'The app did not respond. Check your connection and try again. If this keeps happening, tell your Confluence admin.',
    actor: 'admin',
    namesActor: true,
    retry: true,
  };
}
