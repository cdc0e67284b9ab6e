import type { Invocation } from './invocation';
import { currentInvocation } from './invocation';

const nothing = (): void => undefined;
const metrics = {
  counter: () => ({ incr: nothing, incrBy: nothing, decr: nothing, decrBy: nothing }),
  timing: () => ({ measure: () => ({ stop: nothing }) }),
  gauge: () => ({ set: nothing }),
};

/**
 * What `@forge/*` finds in `__forge_runtime__` during the invocation. The packages read it on every call; `kvs` stays
 * unset because `@forge/kvs` would freeze one invocation's token into the module.
 */
function runtimeOf({ runtime, deadline, id }: Invocation): Record<string, unknown> {
  return {
    ...runtime,
    lambdaContext: {
      awsRequestId: id,
      getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
    },
    metrics,
    tracing: { traceId: id.replaceAll('-', ''), spanId: id.slice(0, 8) },
    externalAuth: [],
    featureFlags: () => false,
  };
}

const made = new WeakMap<Invocation, Record<string, unknown>>();

/** Defines `__forge_runtime__` so that it reads as the running invocation's own, and as undefined outside of one. */
export function defineRuntimeGlobal(): void {
  Object.defineProperty(globalThis, '__forge_runtime__', {
    get: () => {
      const invocation = currentInvocation();
      if (!invocation) return undefined;
      const runtime = made.get(invocation) ?? runtimeOf(invocation);
      made.set(invocation, runtime);
      return runtime;
    },
  });
}
