import { AsyncLocalStorage } from 'node:async_hooks';
import type { RuntimeFacts } from './wire';

/** One running invocation, as its thread knows it. */
export interface Invocation {
  id: string;
  runtime: RuntimeFacts;
  /** Milliseconds of `performance.now()` at which the host ends it. */
  deadline: number;
  /** True once the handler has replied: from then on every platform call is refused. */
  replied: boolean;
  logged: { lines: number; bytes: number };
  /** Minutes that it may run, a begun one counted as whole. */
  minutes: number;
}

const current = new AsyncLocalStorage<Invocation>();

/** What `work` returns, run so that everything it starts belongs to the invocation. */
export function within<T>(invocation: Invocation, work: () => T): T {
  return current.run(invocation, work);
}

/** The invocation that the running code belongs to, or undefined while the bundle is being loaded. */
export function currentInvocation(): Invocation | undefined {
  return current.getStore();
}
