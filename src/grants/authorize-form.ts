import type { DataSourceForm, DataSourceSettings } from '../shared/contract';
import { signsRequests } from '../authentication/registry';
import { chooseSecrets } from '../data-sources/choose-secrets';
import { connectionFingerprint } from '../data-sources/connection';
import type { DataSource } from '../data-sources/data-source';
import { apiSecretsOf, clientSecretsOf, neededSecrets } from '../data-sources/needed-secrets';
import { getDataSource } from '../data-sources/data-source-store';
import { typedSecrets } from '../data-sources/typed-secrets';
import type { EntityStorage, Storage } from '../ports';
import type { Access } from './access';
import { openDraft, type Draft } from './draft';
import { grantId } from './grant';
import { grantAccess } from './grant-access';
import { notAuthenticated } from './grant-problems';
import type { GrantServices } from './grant-services';
import { formTokenAccess } from './own-tokens';
import { openAccess, withApiSecrets } from './secret-access';
import { isOwnGrant } from './token-endpoint';

export interface FormServices extends GrantServices {
  storage: Storage;
  dataSources: EntityStorage<DataSource>;
}

/**
 * Access for a form that may not be saved yet: with the grant of its draft or of its stored data source, and only if
 * that grant was obtained for the very connection the form describes; with secrets as typed, or else as stored, if they
 * were typed for this connection. The settings must have passed the rules. A form that needs nothing is not looked up
 * at all.
 * @throws Problem `invalid-input` with the secrets to type, `not-found` (unknown draft or data source), `forbidden`
 * (somebody else's draft)
 */
export async function authorizeForm(
  form: DataSourceForm,
  caller: { accountId: string },
  services: FormServices,
): Promise<Access> {
  const { settings } = form;
  if (needsNothing(settings)) return openAccess;
  const owner = await ownerOf(form, caller, services);
  const grant = await tokenAccess(form, owner, services);
  const { values } = await chooseSecrets(form, [owner?.credentials], services.secrets, apiSecretsOf(settings));
  return withApiSecrets(grant, { settings, values }, services);
}

const needsNothing = (settings: DataSourceSettings): boolean =>
  settings.authentication.type !== 'oauth2' &&
  neededSecrets(settings).length === 0 &&
  !signsRequests(settings.authentication);

/**
 * Whose grant and secrets the form may use: its draft's, if that is of the same connection, else the stored ones;
 * `undefined` where it has neither.
 * @throws Problem `not-found`, `forbidden` (somebody else's draft), `record-newer`
 */
export async function ownerOf(form: DataSourceForm, caller: { accountId: string }, services: FormServices) {
  const draft = form.draftId ? await openDraft(form.draftId, caller.accountId, services) : undefined;
  if (draft && isSameConnection(draft.settings, form.settings)) return draft;
  return form.id ? getDataSource(form.id, services.dataSources) : undefined;
}

const isSameConnection = (one: DataSourceSettings, other: DataSourceSettings) =>
  connectionFingerprint(one) === connectionFingerprint(other);

async function tokenAccess(
  form: DataSourceForm,
  owner: Draft | DataSource | undefined,
  services: FormServices,
): Promise<Access> {
  const { settings } = form;
  if (settings.authentication.type !== 'oauth2') return openAccess;
  if (isOwnGrant(settings) && !(owner && isLikeStored(form, owner))) {
    const { values } = await chooseSecrets(form, [owner?.credentials], services.secrets);
    return formTokenAccess({ settings, values }, services);
  }
  if (!owner) return noGrant;
  const { id, credentials } = owner;
  return grantAccess(await services.grants.get(grantId(id)), { id, settings, credentials }, services, true);
}

/** A client's tokens for other settings or secrets must never become those of the stored data source. */
function isLikeStored({ settings, secrets }: DataSourceForm, owner: Draft | DataSource): boolean {
  const typed = typedSecrets(settings, secrets);
  const isTyped = clientSecretsOf(settings).some(({ name }) => typed[name] !== undefined);
  return !isTyped && isSameConnection(owner.settings, settings);
}

/** Access that nobody has authenticated yet. */
const noGrant: Access = { ...openAccess, headers: () => Promise.reject(notAuthenticated()) };
