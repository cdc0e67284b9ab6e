import * as v from 'valibot';
import { prune } from '../grants/prune';
import { pruneSnapshots } from '../panel/snapshot/prune';
import { openServices } from './open-services';

const contextSchema = v.object({ installContext: v.string() });

/** The hourly job: finishes deletions that broke off and deletes what has expired. */
export async function upkeep(_event: unknown, context: unknown): Promise<void> {
  const known = v.safeParse(contextSchema, context);
  const services = openServices({ site: known.success ? known.output.installContext : '', accountId: '' });
  services.log('upkeep', await prune(services));
  services.log('snapshots-pruned', { ...(await pruneSnapshots(services)) });
}
