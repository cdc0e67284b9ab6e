import * as v from 'valibot';
import type { FunctionResult } from '../functions';
import type { Limits } from '../limits';
import type { QueuedEvent, Retry } from './queue-store';

/** What `@forge/events` puts in when the app says nothing. */
const usual = { retryAfter: 1, retryReason: 'FUNCTION_RETRY_REQUEST' };
const retryOptions = v.object({
  retryAfter: v.optional(v.number(), usual.retryAfter),
  retryReason: v.optional(v.string(), usual.retryReason),
  retryData: v.optional(v.unknown()),
});
const retryRequest = v.object({ _retry: v.literal(true), retryOptions: v.fallback(retryOptions, usual) });

/** Names of the runtime's own failures, by those of the outcome; the rest goes under the last code of the package. */
const reasons: Record<string, string> = { TIMEOUT: 'FUNCTION_TIME_OUT', OUT_OF_MEMORY: 'FUNCTION_OUT_OF_MEMORY' };
const otherReason = 'FUNCTION_PLATFORM_UNKNOWN_ERROR';
/** The platform documents only that the wait grows exponentially, up to about 15 minutes; the start is the host's own. */
const firstWaitSeconds = 10;

/** What the delivery of an event led to: it is done, or it is to be delivered again; `failure` is for the log. */
export type Verdict = { again?: undefined; failure?: undefined } | { again: Retry; failure?: string };

/** What a consumer is called with: `AsyncEvent` of `@forge/events`, with a `retryContext` from the first retry on. */
export function asyncEvent(event: QueuedEvent, now: number, limits: Limits): Record<string, unknown> {
  const pushed = JSON.parse(event.json) as Record<string, unknown>;
  const retry = event.retries > 0 && { retryContext: retryContext(event, now, limits) };
  return { ...pushed, queueName: event.queue, jobId: event.job, eventId: event.id, ...retry };
}

function retryContext({ retries, reason, data, pushed }: QueuedEvent, now: number, limits: Limits) {
  return {
    retryCount: retries,
    retryReason: reason,
    retryData: data === null ? null : (JSON.parse(data) as unknown),
    retentionWindow: {
      startTime: new Date(pushed).toISOString(),
      remainingTimeMs: pushed + limits.eventRetentionMilliseconds - now,
    },
  };
}

/**
 * What follows from a consumer's result. A returned `InvocationError` asks for a retry; an error, a timeout and a full
 * memory are retried by the platform itself, with growing waits. Source: developer.atlassian.com, "Async events API",
 * Retries (2026).
 */
export function verdictOf(result: FunctionResult, { retries }: QueuedEvent, now: number, limits: Limits): Verdict {
  if (!result.ok) return failed(result.message, reasons[result.name] ?? otherReason, retries, now, limits);
  const requested = v.safeParse(retryRequest, result.value);
  if (!requested.success) return {};
  const { retryAfter, retryReason, retryData } = requested.output.retryOptions;
  const data = retryData === undefined ? null : JSON.stringify(retryData);
  if (Buffer.byteLength(data ?? '') > limits.retryDataBytes)
    return failed(`retryData can have up to ${limits.retryDataBytes} bytes.`, otherReason, retries, now, limits);
  const seconds = Math.min(Math.max(retryAfter, 1), limits.eventDelaySeconds);
  return { again: { due: dueIn(seconds, now), reason: retryReason, data } };
}

function failed(failure: string, reason: string, retries: number, now: number, limits: Limits): Verdict {
  const seconds = Math.min(firstWaitSeconds * 2 ** retries, limits.eventDelaySeconds);
  return { again: { due: dueIn(seconds, now), reason, data: null }, failure };
}

function dueIn(seconds: number, now: number): number {
  return now + Math.ceil(seconds * 1_000);
}
