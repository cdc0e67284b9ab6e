import type { DataSourceForm, SecretInput } from '../contract';
import { connectionFingerprint } from '../data-sources/connection';
import { hasTypedSecret, typedSecret, type SecretRecord } from '../data-sources/credentials';
import type { DataSource } from '../data-sources/data-source';
import { newId } from '../ids';
import { leaseSlackMs } from '../limits';
import type { EntityStorage, Now, Secrets, Transact } from '../ports';
import { nextGrant, openGrant } from './change';
import type { Draft } from './draft';
import { emptyGrant, grantId, retireAll, type Grant } from './grant';
import { beingRefreshed } from './grant-problems';

export interface AdoptServices {
  grants: EntityStorage<Grant>;
  secrets: Secrets;
  transact: Transact;
  now: Now;
}

/**
 * The draft's grant, if it was won for exactly what is being saved: the same connection with the same secret.
 * @throws Problem `busy` while somebody refreshes it
 */
export async function grantToAdopt(
  draft: Draft,
  form: DataSourceForm,
  services: AdoptServices,
): Promise<Grant | undefined> {
  const grant = await services.grants.get(grantId(draft.id));
  if (grant?.state !== 'ok' || grant.fingerprint !== connectionFingerprint(form.settings)) return undefined;
  if (!(await isSecretOf(draft, form.secrets, services))) return undefined;
  if (grant.holder !== '' && services.now() < grant.until + leaseSlackMs) throw beingRefreshed(3000);
  return grant;
}

async function isSecretOf(draft: Draft, typed: SecretInput, { secrets }: AdoptServices): Promise<boolean> {
  if (!hasTypedSecret(typed)) return true;
  const record = await secrets.get<SecretRecord>(draft.credentials.secretKey);
  return record?.clientSecret === typedSecret(typed);
}

/**
 * Stores the data source together with the draft's grant, in one transaction: the draft's grant lets go, the record is
 * switched, its grant takes over. False if one of them was changed by somebody else, and then nothing is done.
 */
export async function adoptGrant(
  record: DataSource,
  stored: DataSource | undefined,
  draftGrant: Grant,
  { grants, transact, now }: AdoptServices,
): Promise<boolean> {
  const id = grantId(record.id);
  const live = stored ? await openGrant(grants, id) : emptyGrant(id, newId());
  const moved = nextGrant(draftGrant, { state: 'moved', tok: '', next: '', tries: [], retired: [] });
  const { state, tok, next, tries, fingerprint, issuer, facts } = draftGrant;
  const taken = nextGrant(live, {
    ...{ state, tok, fingerprint, issuer, facts },
    epoch: live.epoch + 1,
    holder: '',
    next: '',
    tries: next === '' ? tries : [...tries, next],
    retired: [...retireAll(live, now()), ...draftGrant.retired],
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
