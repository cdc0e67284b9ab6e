import type { DataSourceForm } from '../../shared/contract';
import type { DataSource } from '../../data-sources/data-source';
import { noteReading } from '../../data-sources/health';
import { isReadable, completed } from '../../data-sources/data-source-store';
import { whoSignsIn } from '../../data-sources/who-signs-in';
import { isOfOneAccount } from '../../panel/read/readers-trouble';
import type { EntityStorage, Now, Redactor, Storage } from '../../ports';
import type { Problem } from '../../shared/problem';
import { canonicalJson } from '../../panel/load/snapshot/snapshot-hash';

interface NoteServices {
  dataSources: EntityStorage<DataSource>;
  storage: Storage;
  now: Now;
  redactor: Redactor;
}

/** Notes how a test went in the health of its data source, if what was tested is what is stored. */
export async function noteTrial(
  { id, draftId, settings, secrets }: DataSourceForm,
  problem: Problem | undefined,
  services: NoteServices,
): Promise<void> {
  if (id === undefined || draftId !== undefined || Object.values(secrets).some(Boolean)) return;
  const stored = await services.dataSources.get(id);
  if (!stored || stored.deleting || !isReadable(stored)) return;
  if (problem && whoSignsIn(settings) !== 'one-account' && isOfOneAccount(problem)) return;
  const isStored = canonicalJson(completed(stored).settings) === canonicalJson(settings);
  if (isStored) await noteReading(id, problem, services);
}
