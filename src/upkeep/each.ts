import type { Log } from '../ports';

/** Does the work for each item, one after the other; the sum of what it answers. One failure does not keep the rest from being done. */
export async function each<T>(items: T[], { log }: { log: Log }, work: (item: T) => Promise<number>): Promise<number> {
  let done = 0;
  for (const item of items) {
    try {
      done += await work(item);
    } catch (error) {
      log('prune-failed', { error: error instanceof Error ? error.name : 'unknown' });
    }
  }
  return done;
}
