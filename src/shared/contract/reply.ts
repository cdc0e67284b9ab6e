import type { ProblemReply } from '../problem';

/** Every call's reply is a value or a problem, never a half of each. */
export type Reply<T> = { ok: true; value: T } | { ok: false; problem: ProblemReply };

export type CallInput<Calls, Key extends keyof Calls> = Calls[Key] extends { input: infer Input } ? Input : never;
export type CallOutput<Calls, Key extends keyof Calls> = Calls[Key] extends { output: infer Output } ? Output : never;
