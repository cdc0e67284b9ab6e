import { newId } from '../ids';
import type { EntityStorage } from '../ports';
import { Problem } from '../shared/problem';
import { dueAtOf, emptyGrant, grantSchema, newestTries, type Grant } from './grant';
import { readableGrant } from './readable-grant';

/** The grant with the patch applied and a new `rev`, not yet stored; written as this version of the app does. */
export function nextGrant(grant: Grant, patch: Partial<Grant>): Grant {
  const next: Grant = {
    ...grant,
    tries: newestTries(grant),
    ...patch,
    schema: grantSchema,
    rev: grant.rev + 1,
    by: newId(),
  };
  return { ...next, dueAt: dueAtOf(next) };
}

/** The changed grant as it is stored now, or `undefined` if somebody else changed it since it was read. */
export async function changeGrant(
  grants: EntityStorage<Grant>,
  grant: Grant,
  patch: Partial<Grant>,
): Promise<Grant | undefined> {
  const changed = nextGrant(grant, patch);
  return (await grants.replace(grant.id, grant.rev, changed)) ? changed : undefined;
}

/**
 * The grant of that id, made empty if there was none, with `rev` as its first revision.
 * @throws Problem `record-newer`
 */
export async function openGrant(grants: EntityStorage<Grant>, id: string, rev = 1): Promise<Grant> {
  const stored = readableGrant(await grants.get(id));
  if (stored) return stored;
  const fresh = emptyGrant(id, newId(), rev);
  if (await grants.create(id, fresh)) return fresh;
  return (await grants.get(id)) ?? fresh;
}

const contenders = 8;

/**
 * The grant after the patch, which is made anew from what is stored for as long as others are faster.
 * @throws Problem `busy` if they always are, `record-newer`
 */
export async function insistOnChange(
  grants: EntityStorage<Grant>,
  id: string,
  patch: (grant: Grant) => Partial<Grant> | Promise<Partial<Grant>>,
): Promise<Grant> {
  for (let attempt = 0; attempt < contenders; attempt += 1) {
    const grant = await openGrant(grants, id);
    const changed = await changeGrant(grants, grant, await patch(grant));
    if (changed) return changed;
  }
  throw new Problem('busy', 'Someone else is changing this sign-in right now. Try again.');
}
