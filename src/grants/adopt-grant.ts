import type { DataSourceForm } from '../shared/contract';
import { connectionFingerprint } from '../data-sources/connection';
import { readSecrets } from '../data-sources/credentials';
import type { DataSource } from '../data-sources/data-source';
import { clientSecretsOf } from '../data-sources/needed-secrets';
import { typedSecrets } from '../data-sources/typed-secrets';
import { newId } from '../ids';
import type { EntityStorage, Now, Secrets, Transact } from '../ports';
import { nextGrant, openGrant } from './change';
import type { Draft } from './draft';
import { emptyGrant, grantId, newestTries, retireAll, type Grant } from './grant';
import { beingRefreshed } from './grant-problems';
import { claimedAt, isAhead, isHeld } from './lease';
import { readableGrant } from './readable-grant';
import { roomFor } from './retired';

export interface AdoptServices {
  grants: EntityStorage<Grant>;
  secrets: Secrets;
  transact: Transact;
  now: Now;
}

/**
 * The draft's grant, if it was obtained for exactly what is being saved: the same connection with the same secret.
 * @throws Problem `busy` while somebody refreshes it
 */
export async function grantToAdopt(
  draft: Draft,
  form: DataSourceForm,
  services: AdoptServices,
): Promise<Grant | undefined> {
  const grant = readableGrant(await services.grants.get(grantId(draft.id)));
  if (grant?.state !== 'ok' || grant.fingerprint !== connectionFingerprint(form.settings)) return undefined;
  if (!(await isSecretOf(draft, form, services))) return undefined;
  const now = services.now();
  if (isHeld(grant, now) && !isAhead(claimedAt(grant), now)) throw beingRefreshed(3000);
  return grant;
}

/** Whether the client's typed secrets are those that the draft's grant was obtained with. */
async function isSecretOf({ credentials }: Draft, { settings, secrets }: DataSourceForm, ports: AdoptServices) {
  const typed = typedSecrets(settings, secrets);
  const names = clientSecretsOf(settings)
    .map(({ name }) => name)
    .filter((name) => typed[name] !== undefined);
  if (names.length === 0) return true;
  const record = credentials && (await readSecrets(credentials, ports.secrets));
  return names.every((name) => record?.values[name] === typed[name]);
}

/**
 * Stores the data source together with the draft's grant, in one transaction: the draft's grant lets go, the record is
 * switched, its grant takes over. False if one of them was changed by somebody else, and then nothing is done.
 */
export async function adoptGrant(
  record: DataSource,
  stored: DataSource | undefined,
  draftGrant: Grant,
  { grants, secrets, transact, now }: AdoptServices,
): Promise<boolean> {
  const id = grantId(record.id);
  const live = stored ? await openGrant(grants, id) : emptyGrant(id, newId());
  const moved = nextGrant(draftGrant, { state: 'moved', tok: '', next: '', tries: [], retired: [] });
  const { state, tok, next, fingerprint, issuer, facts, learnedLifetimeMs } = draftGrant;
  const tries = newestTries(draftGrant);
  const retired = [...retireAll(live, now()), ...draftGrant.retired];
  const taken = nextGrant(live, {
    ...{ state, tok, fingerprint, issuer, facts, learnedLifetimeMs },
    epoch: live.epoch + 1,
    holder: '',
    next: '',
    tries: next === '' ? tries : [...tries, { name: next, at: claimedAt(draftGrant) }],
    retired: await roomFor(retired, draftGrant, secrets),
    reason: undefined,
    remoteCode: undefined,
    trouble: undefined,
    refusedAt: undefined,
  });
  return transact([
    { entity: 'grant', id: draftGrant.id, expectedRev: draftGrant.rev, value: moved },
    { entity: 'data-source', id: record.id, expectedRev: stored?.rev, value: record },
    { entity: 'grant', id, expectedRev: stored && live.rev, value: taken },
  ]);
}
