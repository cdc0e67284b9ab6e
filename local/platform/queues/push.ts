import * as v from 'valibot';
import type { AppModule, Manifest } from '../../shared/manifest';
import { consumerOf } from '../../shared/manifest';
import type { PlatformReply } from '../../runtime/wire';
import type { Limits } from '../limits';
import type { EventStore, NewEvent } from './queue-store';

const eventSchema = v.object({
  body: v.custom<object>((body) => typeof body === 'object' && body !== null && !Array.isArray(body)),
  delayInSeconds: v.optional(v.number()),
  concurrency: v.optional(v.unknown()),
});
const concurrencySchema = v.object({
  key: v.pipe(v.string(), v.minLength(1)),
  limit: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
const pushSchema = v.object({ queueName: v.string(), jobId: v.string(), payload: v.array(eventSchema) });
type PushedEvent = v.InferOutput<typeof eventSchema>;
type Push = v.InferOutput<typeof pushSchema>;
type Judged = { event: NewEvent } | { errorMessage: string };

export interface PushParts {
  manifest: Manifest;
  limits: Limits;
  events: EventStore;
  now: number;
  /** The invocation at the head of the chain of pushes; see `Caller`. */
  origin: string;
}

/**
 * The platform's reply to `Queue.push` of `@forge/events` 3: 201 once every event is kept; 202 with `failedEvents` when
 * some are not; 405 at the end of a chain's pushes, 413 for too much at once, 429 for too many events in the clock's
 * minute, 400 for a queue that nothing consumes. Limits: developer.atlassian.com, "Async events limits" (2026-02-26).
 */
export function handlePush(parts: PushParts, body: unknown): PlatformReply {
  const push = v.safeParse(pushSchema, body);
  if (!push.success) return refusal(400, v.summarize(push.issues));
  const { queueName, payload } = push.output;
  const consumer = consumerOf(parts.manifest, queueName);
  if (!consumer) return refusal(400, `The manifest has no consumer for the queue "${queueName}".`);
  return tooMuch(parts, consumer, payload) ?? tooOften(parts, payload.length) ?? keep(parts, push.output);
}

function tooMuch({ manifest, limits }: PushParts, consumer: AppModule, payload: PushedEvent[]) {
  const { eventsPerPush, pushBytes, longEventBytes, backgroundSeconds } = limits;
  const { timeoutSeconds = backgroundSeconds } = manifest.functions.get(consumer.function ?? '') ?? {};
  const isLong = timeoutSeconds > backgroundSeconds;
  if (payload.length > eventsPerPush) return refusal(413, `A push can have up to ${eventsPerPush} events.`);
  if (bytesOf(payload) > pushBytes)
    return refusal(413, `The events of a push can have up to ${pushBytes} bytes together.`);
  if (isLong && payload.some((event) => bytesOf(event) > longEventBytes))
    return refusal(
      413,
      `An event for a function of more than ${backgroundSeconds} s can have up to ${longEventBytes} bytes.`,
    );
  return undefined;
}

function tooOften({ limits, events, now, origin }: PushParts, count: number): PlatformReply | undefined {
  const minute = Math.floor(now / 60_000) * 60_000;
  if (events.pushedSince(minute) + count > limits.eventsPerMinute)
    return refusal(429, `More than ${limits.eventsPerMinute} events a minute.`);
  if (events.pushesOf(origin) >= limits.pushesOfChain)
    return refusal(405, `More than ${limits.pushesOfChain} pushes that started with one invocation.`);
  return undefined;
}

function keep(parts: PushParts, { queueName, jobId, payload }: Push): PlatformReply {
  const { events, limits, now, origin } = parts;
  const judged = payload.map((event) => judge(event, now, limits));
  const failedEvents = judged.flatMap((one, index) => ('event' in one ? [] : [{ index, ...one }]));
  const kept = judged.flatMap((one) => ('event' in one ? [one.event] : []));
  events.forget(now - 2 * limits.eventRetentionMilliseconds); // later than the end of any event of the same job
  events.add({ queue: queueName, job: jobId, origin, pushed: now, events: kept });
  return failedEvents.length > 0 ? json(202, { failedEvents }) : { status: 201 };
}

function judge(event: PushedEvent, now: number, { eventDelaySeconds }: Limits): Judged {
  const { delayInSeconds = 0 } = event;
  if (delayInSeconds < 0 || delayInSeconds > eventDelaySeconds)
    return { errorMessage: `delayInSeconds must be between 0 and ${eventDelaySeconds}.` };
  const concurrency = v.safeParse(v.optional(concurrencySchema), event.concurrency);
  if (!concurrency.success) return { errorMessage: 'concurrency needs a key and a limit of at least 1.' };
  const due = now + Math.ceil(delayInSeconds * 1_000);
  return { event: { json: JSON.stringify(event), due, concurrency: concurrency.output } };
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

/** `@forge/events` shows `errorMessage` of a 413 and `message` of the rest. */
function refusal(status: number, message: string): PlatformReply {
  return json(status, { message, errorMessage: message });
}

function json(status: number, body: unknown): PlatformReply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
