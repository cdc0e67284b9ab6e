import type { PushSlowFetch } from '../ports';
import { platformLog } from './log';

/** The queue of the manifest whose consumer reads slow sources. */
const queueKey = 'slow-fetch';

/** Pushes the event; the platform refuses when a minute's or a chain's events are used up. */
export const pushSlowFetch: PushSlowFetch = async (job, delayMs) => {
  try {
    const { Queue } = await import('@forge/events');
    await new Queue({ key: queueKey }).push({
      body: { ...job },
      ...(delayMs > 0 && { delayInSeconds: Math.ceil(delayMs / 1000) }),
    });
    return true;
  } catch (error) {
    platformLog('slow-fetch-not-pushed', { error: error instanceof Error ? error.name : 'unknown' });
    return false;
  }
};
