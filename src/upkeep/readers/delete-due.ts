import { changeGrant } from '../../grants/change';
import { triesOf, type Grant } from '../../grants/grant';
import { deleteAll } from '../../grants/retired';
import { isReadableGrant } from '../../grants/readable-grant';
import type { ConnectionRecords } from '../../own-accounts/change-connection';
import { forgetConnection } from '../../own-accounts/forget-connection';
import type { Log, Secrets } from '../../ports';
import { triedKeptMs } from '../../shared/limits';
import { each } from '../each';
import { deleteRetired, isIdle } from '../retired-tokens';

export interface DueServices extends ConnectionRecords {
  secrets: Secrets;
  log: Log;
}

/**
 * Deletes what at most so many grants of readers name and nobody uses any more, and grants that were given up an hour ago. `seen`
 * is how many were due, `tokenSets` and `grants` what went.
 */
export async function deleteDueOfReaders(
  most: number,
  services: DueServices,
): Promise<{ seen: number; tokenSets: number; grants: number }> {
  const due = (await services.readerGrants.expired(services.now(), most)) ?? [];
  let grants = 0;
  const tokenSets = await each(due, services, async ({ id }) => {
    const grant = await services.readerGrants.get(id);
    if (!grant || !isReadableGrant(grant) || (grant.dueAt ?? Infinity) > services.now()) return 0;
    if (grant.state === 'none') {
      grants += await forget(grant, services);
      return grant.retired.length;
    }
    const { gone, left } = await deleteRetired(grant, { ...services, grants: services.readerGrants });
    if (left) await dropEmptyTries(left, services);
    return gone;
  });
  return { seen: due.length, tokenSets, grants };
}

/** Its record goes last, because it names the token sets. */
async function forget(grant: Grant, services: DueServices): Promise<number> {
  if (!isIdle(grant, services.now())) return 0;
  await deleteAll(
    grant.retired.map(({ name }) => name),
    services.secrets,
  );
  return (await forgetConnection(grant, undefined, services)) ? 1 : 0;
}

/** Names that holders who died had claimed, under which nothing was stored. */
async function dropEmptyTries(grant: Grant, { readerGrants, secrets, now }: DueServices): Promise<void> {
  const tries = triesOf(grant, now());
  const old = tries.filter(({ at }) => now() >= at + triedKeptMs);
  const stored = await Promise.all(old.map(({ name }) => secrets.get(name)));
  const empty = old.filter((_, at) => stored[at] === undefined);
  if (empty.length > 0) await changeGrant(readerGrants, grant, { tries: tries.filter((one) => !empty.includes(one)) });
}
