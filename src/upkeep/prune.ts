import { forgetSecret, listSecrets } from '../data-sources/credentials';
import type { DataSource } from '../data-sources/data-source';
import { isReadable } from '../data-sources/data-source-store';
import { draftKey, draftPrefix, formerReferencePrefix, healthPrefix } from '../keys';
import { attemptKeptMs } from '../shared/limits';
import type { EntityStorage } from '../ports';
import { deletePanels, finishDeletion, type DeleteServices } from '../editing/delete-data-source';
import { discardDraft } from '../grants/discard-draft';
import { draftSchema, type Draft } from '../grants/draft';
import type { Grant } from '../grants/grant';
import { isReadableGrant } from '../grants/readable-grant';
import { each } from './each';
import { deleteRetired, isIdle } from './retired-tokens';

/**
 * Finishes what broke off and deletes what nobody needs any more; resolves with how much of each. A query only proposes:
 * before anything goes, its record is read again. One failure does not keep the rest from being done.
 */
export async function prune(services: DeleteServices): Promise<Record<string, number>> {
  return {
    deletions: await finishDeletions(services),
    panels: await deletePanelsOfNone(services),
    references: await deleteFormerReferences(services),
    health: await deleteHealthOfNone(services),
    drafts: await discardOldDrafts(services),
    tokenSets: await deleteRetiredNames(services),
    secrets: await deleteOrphanedSecrets(services),
  };
}

async function finishDeletions(services: DeleteServices): Promise<number> {
  const listed = await services.dataSources.list();
  return each(listed, services, async ({ id }) => {
    const found = await services.dataSources.get(id);
    if (!found?.deleting || !isReadable(found)) return 0;
    await finishDeletion(found, services);
    return 1;
  });
}

/** A save that broke off may have left a panel whose data source was deleted at that moment. */
async function deletePanelsOfNone(services: DeleteServices): Promise<number> {
  const panels = await services.catalog.entries('panel');
  const dataSourceIds = new Set(panels.flatMap(({ dataSourceId }) => dataSourceId ?? []));
  return each([...dataSourceIds], services, async (dataSourceId) => {
    if (await services.dataSources.get(dataSourceId)) return 0;
    return (await deletePanels(dataSourceId, services)).length;
  });
}

/** Earlier versions of the app noted panels under keys of their own, which nobody reads any more. */
async function deleteFormerReferences(services: DeleteServices): Promise<number> {
  const keys = await services.storage.keys(formerReferencePrefix);
  return each(keys, services, async (key) => {
    await services.storage.delete(key);
    return 1;
  });
}

/** A load that ended after its data source was deleted may have noted how it went. */
async function deleteHealthOfNone(services: DeleteServices): Promise<number> {
  const listed = await services.storage.list(healthPrefix);
  return each(listed, services, async ({ key }) => {
    if (await services.dataSources.get(key.slice(healthPrefix.length))) return 0;
    await services.storage.delete(key);
    return 1;
  });
}

async function discardOldDrafts(services: DeleteServices): Promise<number> {
  const listed = await services.storage.list<Draft>(draftPrefix);
  return each(listed, services, async ({ value }) => {
    // A callback that was let in at the last moment may still be at work.
    if (services.now() < value.expiresAt + attemptKeptMs || value.schema > draftSchema) return 0;
    await discardDraft(value, services);
    return 1;
  });
}

async function deleteRetiredNames(services: DeleteServices): Promise<number> {
  const listed = await services.grants.list();
  return each(listed, services, async ({ id }) => {
    const grant = await services.grants.get(id);
    return grant && isReadableGrant(grant) ? deleteRetiredOf(grant, services) : 0;
  });
}

/** Token sets that nobody uses any more, and then the grant if its owner is gone. */
async function deleteRetiredOf(grant: Grant, services: DeleteServices): Promise<number> {
  const { grants, secrets } = services;
  const { gone, left } = await deleteRetired(grant, services);
  if (left && left.retired.length === 0 && (await isAbandoned(left, services))) {
    if (left.tok !== '') await secrets.delete(left.tok);
    await grants.delete(left.id);
  }
  return gone;
}

/**
 * No data source and no draft has this grant, and nobody can be at work on it. It may have tokens: a client may have
 * obtained for its own while its data source was deleted.
 */
async function isAbandoned(grant: Grant, { dataSources, storage, now }: DeleteServices): Promise<boolean> {
  const ownerId = grant.id.split(':')[0] ?? '';
  return (
    isIdle(grant, now()) && !(await dataSources.get(ownerId)) && (await storage.get(draftKey(ownerId))) === undefined
  );
}

async function deleteOrphanedSecrets(services: DeleteServices): Promise<number> {
  const listed = await listSecrets(services.storage);
  return each(listed, services, async ({ secretKey, ownerId, at }) => {
    // The record that will point to it may still be on its way.
    if (services.now() < at + attemptKeptMs || (await isPointedTo(secretKey, ownerId, services))) return 0;
    await forgetSecret(secretKey, services);
    return 1;
  });
}

async function isPointedTo(
  secretKey: string,
  ownerId: string,
  { dataSources, storage }: { dataSources: EntityStorage<DataSource> } & Pick<DeleteServices, 'storage'>,
): Promise<boolean> {
  const dataSource = await dataSources.get(ownerId);
  if (dataSource && !isReadable(dataSource)) return true; // for all that is known of it
  const owner = dataSource ?? (await storage.get<Draft>(draftKey(ownerId)));
  return owner?.credentials?.secretKey === secretKey;
}
