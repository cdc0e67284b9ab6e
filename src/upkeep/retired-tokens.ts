import { changeGrant } from '../grants/change';
import { namesOf, type Grant } from '../grants/grant';
import { deleteAll } from '../grants/retired';
import type { EntityStorage, Now, Secrets } from '../ports';
import { leaseMs, leaseSlackMs, retiredKeptMs } from '../shared/limits';

export interface RetiredServices {
  grants: EntityStorage<Grant>;
  secrets: Secrets;
  now: Now;
}

/**
 * Deletes the token sets whose names were retired long enough ago that no reader of the grant can still use them. `gone` is
 * how many, `left` the grant without their names; `undefined` if somebody else changed it meanwhile.
 */
export async function deleteRetired(
  grant: Grant,
  { grants, secrets, now }: RetiredServices,
): Promise<{ gone: number; left: Grant | undefined }> {
  const inUse = namesOf(grant);
  const isOld = (at: number) => now() >= at + retiredKeptMs;
  const gone = grant.retired.filter(({ name, at }) => isOld(at) && !inUse.includes(name));
  await deleteAll(
    gone.map(({ name }) => name),
    secrets,
  );
  const retired = grant.retired.filter((entry) => !gone.includes(entry));
  return { gone: gone.length, left: gone.length > 0 ? await changeGrant(grants, grant, { retired }) : grant };
}

/** Whether nobody can be at work on the grant. */
export const isIdle = (grant: Grant, now: number): boolean =>
  grant.next === '' && now >= grant.until + leaseMs + leaseSlackMs;
