import { __requestAtlassianAsApp } from '@forge/api';
import type { PushEvent } from '@forge/events';
import { Queue } from '@forge/events';

/** One call of `Queue`; `raw` sends a push without the package's own checks and answers its status. */
export type QueueCall = { queue: string } & (
  { push: PushEvent | PushEvent[] } | { raw: object[] } | { stats: string } | { cancel: string }
);

/** What the call yields, or the name of its error's class, the message and the failed events. */
export async function callQueue(call: QueueCall): Promise<unknown> {
  try {
    return await run(call);
  } catch (error) {
    const { message, constructor, failedEvents } = error as Error & { failedEvents?: unknown };
    return { refused: constructor.name, message, failedEvents };
  }
}

function run(call: QueueCall): Promise<unknown> {
  const queue = new Queue({ key: call.queue });
  if ('push' in call) return queue.push(call.push);
  if ('raw' in call) return pushRaw(call.queue, call.raw);
  return 'stats' in call ? queue.getStats(call.stats) : queue.cancel(call.cancel);
}

async function pushRaw(queueName: string, payload: object[]): Promise<number> {
  const path = '/webhook/queue/publish/{contextAri}/{environmentId}/{appId}/{appVersion}';
  const body = JSON.stringify({ queueName, jobId: 'raw', payload, time: new Date().toISOString() });
  return (await __requestAtlassianAsApp(path, { method: 'POST', body })).status;
}
