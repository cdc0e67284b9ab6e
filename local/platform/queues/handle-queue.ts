import * as v from 'valibot';
import type { PlatformReply } from '../../runtime/wire';
import type { PushParts } from './push';
import { handlePush } from './push';

/** `@forge/events` sends these with the braces in them; the platform puts the names in from what it knows itself. */
const names = '{contextAri}/{environmentId}/{appId}/{appVersion}';
const jobSchema = v.object({ queueName: v.string(), jobId: v.string() });
type Job = v.InferOutput<typeof jobSchema>;

const routes: Record<string, (parts: PushParts, body: unknown) => PlatformReply> = {
  [`/webhook/queue/publish/${names}`]: handlePush,
  [`/webhook/queue/stats/${names}`]: forJob(({ events }, { queueName, jobId }) => {
    const stats = events.stats(queueName, jobId);
    const headers = { 'content-type': 'application/json' };
    return stats ? { status: 200, headers, body: JSON.stringify(stats) } : { status: 404 };
  }),
  [`/webhook/queue/cancel/${names}`]: forJob(({ events }, { queueName, jobId }) => ({
    status: events.cancel(queueName, jobId) ? 204 : 404,
  })),
};

/** The reply to a call of `Queue` or `JobProgress` of `@forge/events`; undefined for a path that is none of theirs. */
export function handleQueue(parts: PushParts, path: string, body: string): PlatformReply | undefined {
  const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
  return route?.(parts, JSON.parse(body));
}

function forJob(reply: (parts: PushParts, job: Job) => PlatformReply) {
  return (parts: PushParts, body: unknown): PlatformReply => {
    const job = v.safeParse(jobSchema, body);
    return job.success ? reply(parts, job.output) : { status: 400 };
  };
}
