import type { AuthenticateReply, DataSourceForm } from '../shared/contract';
import { chooseSecrets, hasAllSecrets } from '../data-sources/choose-secrets';
import { connectionFingerprint, tokenRequestStyle } from '../data-sources/connection';
import { storeSecrets } from '../data-sources/credentials';
import type { Credentials, DataSource } from '../data-sources/data-source';
import { usesSharedAccount } from '../data-sources/readers-epoch';
import { requireValid } from '../data-sources/rules';
import { getDataSource } from '../data-sources/data-source-store';
import { hasTypedSecret } from '../data-sources/typed-secrets';
import { newId } from '../ids';
import { draftKey } from '../keys';
import { draftMs } from '../shared/limits';
import type { EntityStorage } from '../ports';
import { Problem } from '../shared/problem';
import { closeAttempt } from './attempt';
import { draftOfForm, draftSchema, ownSecret, type Draft } from './draft';
import type { GrantOwner } from './grant-access';
import { obtainOwnTokens } from './own-tokens';
import type { GrantTarget } from './pending';
import { beginSignIn, startAttempt, type SignInServices } from './sign-in';
import { isOwnGrant } from './token-endpoint';

export interface AuthenticateServices extends SignInServices {
  dataSources: EntityStorage<DataSource>;
}

/**
 * The authorize URL to open for a form, saved or not, and the names to look up later how it went. An unchanged stored data
 * source is authenticated as it is; anything else becomes a draft, so that no live grant is touched before *Save*. With
 * client credentials nobody signs in: there is no URL, and the attempt is over already.
 * @throws Problem `invalid-input` with the fields to change, `not-found`, `forbidden` (another admin's draft)
 */
export async function authenticate(
  form: DataSourceForm,
  caller: { accountId: string },
  services: AuthenticateServices,
): Promise<AuthenticateReply> {
  requireValid(form.settings, 'authenticate', services);
  if (form.settings.authentication.type !== 'oauth2') {
    throw new Problem('invalid-input', 'This data source needs no sign-in. Enter its secrets and test it.');
  }
  if (!usesSharedAccount(form.settings)) throw onlyReadersSignIn();
  const begin = isOwnGrant(form.settings) ? beginOwn : beginSignIn;
  const stored = form.id ? await getDataSource(form.id, services.dataSources) : undefined;
  if (stored && isUnchanged(stored, form)) {
    return begin({ kind: 'live', dataSourceId: stored.id }, stored, caller.accountId, services);
  }
  const draft = await makeDraft(form, stored, caller.accountId, services);
  const reply = await begin({ kind: 'draft', draftId: draft.id }, draft, caller.accountId, services);
  return { ...reply, draftId: draft.id };
}

const onlyReadersSignIn = () =>
  new Problem('invalid-input', 'Each reader signs in with an account of their own here, and so do you.', {
    remedy: 'Save the data source, then connect your account on a page that shows a panel of it.',
  });

const isUnchanged = (stored: DataSource, { settings, secrets }: DataSourceForm) =>
  !hasTypedSecret(settings, secrets) &&
  hasAllSecrets(settings, stored.credentials) &&
  connectionFingerprint(stored.settings) === connectionFingerprint(settings) &&
  tokenRequestStyle(stored.settings) === tokenRequestStyle(settings);

async function makeDraft(
  form: DataSourceForm,
  stored: DataSource | undefined,
  owner: string,
  services: AuthenticateServices,
): Promise<Draft> {
  const before = await draftOfForm(form, owner, services);
  const id = before?.id ?? newId();
  const draft: Draft = {
    schema: draftSchema,
    id,
    owner,
    settings: form.settings,
    credentials: await draftCredentials(id, form, [before && ownSecret(before), stored?.credentials], services),
    dataSourceId: stored?.id ?? before?.dataSourceId ?? newId(),
    isOfStored: stored !== undefined || before?.isOfStored,
    expiresAt: services.now() + draftMs,
  };
  await services.storage.set(draftKey(id), draft);
  return draft;
}

/** The form's secrets as typed, or those stored that were typed for this connection; refused if one is missing. */
async function draftCredentials(
  draftId: string,
  form: DataSourceForm,
  stored: (Credentials | undefined)[],
  services: AuthenticateServices,
): Promise<Credentials | undefined> {
  const { values, record } = await chooseSecrets(form, stored, services.secrets);
  if (record || Object.keys(values).length === 0) return record;
  return storeSecrets(draftId, form.settings, values, services);
}

type Begin = (
  target: GrantTarget,
  owner: GrantOwner,
  accountId: string,
  services: AuthenticateServices,
) => Promise<AuthenticateReply>;

/** The server is called at once; how that went is told by the attempt, as after a sign-in. */
const beginOwn: Begin = async (target, owner, accountId, services) => {
  const attempt = await startAttempt(target, accountId, services);
  try {
    await obtainOwnTokens(owner, services);
    await closeAttempt(attempt, undefined, services);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await closeAttempt(attempt, error, services);
  }
  return { authorizeUrl: '', attemptId: attempt.id };
};
