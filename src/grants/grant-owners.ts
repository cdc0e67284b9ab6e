import type { DataSource } from '../data-sources/data-source';
import { listDataSources } from '../data-sources/data-source-store';
import { draftPrefix } from '../keys';
import type { EntityStorage, Storage } from '../ports';
import { completedDraft, draftSchema, type Draft } from './draft';
import type { GrantOwner } from './grant-access';

export interface OwnerStores {
  storage: Storage;
  dataSources: EntityStorage<DataSource>;
}

/** Every data source and draft that this version of the app can read, with the connection that its grant is for. */
export async function grantOwners({ storage, dataSources }: OwnerStores): Promise<GrantOwner[]> {
  const drafts = await storage.list<Draft>(draftPrefix);
  const readable = drafts.filter(({ value }) => value.schema <= draftSchema).map(({ value }) => completedDraft(value));
  return [...(await listDataSources(dataSources)), ...readable];
}
