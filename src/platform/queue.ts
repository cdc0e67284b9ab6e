import type { PushOwnWork, PushSlowFetch } from '../ports';
import { platformLog } from './log';

/** The queues of the manifest: whose consumer reads slow sources, and whose looks after the accounts of readers. */
const slowFetchQueue = 'slow-fetch';
const ownWorkQueue = 'own-accounts';

interface Event {
  body: Record<string, unknown>;
  delayMs: number;
  /** No two events with that key run at the same time. */
  alone?: string;
}

/** Pushes the event. */
export const pushSlowFetch: PushSlowFetch = (job, delayMs) => push(slowFetchQueue, { body: { ...job }, delayMs });

/** Pushes the event; one after the other is done, so that services are not asked to revoke too much at once. */
export const pushOwnWork: PushOwnWork = (work, delayMs = 0) =>
  push(ownWorkQueue, { body: { ...work }, delayMs, alone: ownWorkQueue });

/** False where the platform refuses because a minute's or a chain's events are used up. */
async function push(key: string, { body, delayMs, alone }: Event): Promise<boolean> {
  try {
    const { Queue } = await import('@forge/events');
    await new Queue({ key }).push({
      body,
      ...(delayMs > 0 && { delayInSeconds: Math.ceil(delayMs / 1000) }),
      ...(alone !== undefined && { concurrency: { key: alone, limit: 1 } }),
    });
    return true;
  } catch (error) {
    platformLog(`${key}-not-pushed`, { error: error instanceof Error ? error.name : 'unknown' });
    return false;
  }
}
