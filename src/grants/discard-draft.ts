import { forgetSecret } from '../data-sources/credentials';
import { draftKey } from '../keys';
import { heldTokens } from './disconnect';
import { completedDraft, ownSecret, type Draft } from './draft';
import { grantId, namesOf } from './grant';
import { letGo, type LetGoServices } from './let-go';
import { deleteAll } from './retired';

/**
 * Forgets a draft with its secrets, and its grant with whatever tokens that still has; those are revoked where that
 * hurts no other grant. The draft itself goes last, so that upkeep finds what broke off.
 */
export async function discardDraft(draft: Draft, services: LetGoServices): Promise<void> {
  const { storage, secrets, grants } = services;
  const grant = await grants.get(grantId(draft.id));
  if (grant) {
    await letGo(heldTokens(grant), completedDraft(draft), draft.dataSourceId, services);
    await deleteAll([...grant.retired.map(({ name }) => name), ...namesOf(grant)], secrets);
    await grants.delete(grant.id);
  }
  const own = ownSecret(draft);
  if (own) await forgetSecret(own.secretKey, services);
  await storage.delete(draftKey(draft.id));
}
