import { publish, type Published } from './publish';
import type { Reader } from './run-end';

/** How the publication ended, as of `publish`; a storage that fails leaves everything as it was. */
export async function publishSafely(
  { work, services }: Reader,
  what: Parameters<typeof publish>[1],
): Promise<Published | 'failed'> {
  try {
    return await publish(work, what, services);
  } catch {
    services.log('part-not-written', { dataSourceId: work.held.flight.dataSourceId });
    return 'failed';
  }
}
