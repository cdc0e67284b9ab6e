import type { AuthenticateReply, DataSourceForm } from '../contract';
import { connectionFingerprint, secretOrigins } from '../data-sources/connection';
import { bindingError, hasTypedSecret, storeSecret, typedSecret } from '../data-sources/credentials';
import type { Credentials, DataSource } from '../data-sources/data-source';
import { refuseFields, requireValid } from '../data-sources/rules';
import { getDataSource } from '../data-sources/store';
import { newId } from '../ids';
import { draftKey } from '../keys';
import { draftMs, pendingMs } from '../limits';
import { startAuthorization } from '../oauth/authorize-url';
import type { EntityStorage } from '../ports';
import { Problem } from '../problem';
import { keepAttempt } from './attempt';
import { draftOfForm, draftSchema, ownSecret, type Draft } from './draft';
import { grantId, type Grant } from './grant';
import { keepPending, pendingSchema, type PendingPorts, type Target } from './pending';
import { clientOf, type Connection, type EndpointServices } from './token-endpoint';

export interface AuthenticateServices extends PendingPorts, EndpointServices {
  dataSources: EntityStorage<DataSource>;
  grants: EntityStorage<Grant>;
  callbackUrl(): Promise<string>;
}

/**
 * The authorize URL to open for a form, saved or not, and the names to ask later how it went. An unchanged stored data
 * source is authenticated as it is; anything else becomes a draft, so that no live grant is touched before *Save*.
 * @throws Problem `invalid-input` with the fields to change, `not-found`, `forbidden` (another admin's draft)
 */
export async function authenticate(
  form: DataSourceForm,
  caller: { accountId: string },
  services: AuthenticateServices,
): Promise<AuthenticateReply> {
  requireValid(form.settings, 'authenticate', services);
  if (form.settings.authentication.type === 'none') {
    throw new Problem('invalid-input', 'This data source needs no authentication.');
  }
  const stored = form.id ? await getDataSource(form.id, services.dataSources) : undefined;
  if (stored && isUnchanged(stored, form)) {
    return begin({ kind: 'live', dataSourceId: stored.id }, stored, caller.accountId, services);
  }
  const draft = await makeDraft(form, stored, caller.accountId, services);
  const reply = await begin({ kind: 'draft', draftId: draft.id }, draft, caller.accountId, services);
  return { ...reply, draftId: draft.id };
}

const isUnchanged = (stored: DataSource, { settings, secrets }: DataSourceForm) =>
  !hasTypedSecret(secrets) &&
  bindingError(stored.credentials, settings) === undefined &&
  connectionFingerprint(stored.settings) === connectionFingerprint(settings);

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
    expiresAt: services.now() + draftMs,
  };
  await services.storage.set(draftKey(id), draft);
  return draft;
}

/** The typed secret, or the first stored one that was typed for this connection; refused if there is none. */
async function draftCredentials(
  draftId: string,
  { settings, secrets }: DataSourceForm,
  stored: (Credentials | undefined)[],
  services: AuthenticateServices,
): Promise<Credentials> {
  if (hasTypedSecret(secrets)) return storeSecret(draftId, settings, typedSecret(secrets), services);
  const candidates = stored.filter((each) => each !== undefined);
  const bound = candidates.find((each) => bindingError(each, settings) === undefined);
  if (bound) return bound;
  const error = bindingError(candidates.at(-1), settings);
  refuseFields(error ? [error] : []);
  throw new Problem('invalid-input', 'Enter the Client Secret.');
}

async function begin(
  target: Target,
  connection: Connection & { id: string },
  accountId: string,
  services: AuthenticateServices,
): Promise<AuthenticateReply> {
  const { settings } = connection;
  const [client, redirectUri, grant] = await Promise.all([
    clientOf(connection, services),
    services.callbackUrl(),
    services.grants.get(grantId(connection.id)),
  ]);
  const { authorizeUrl, state, codeVerifier } = await startAuthorization(client, redirectUri);
  const fingerprint = connectionFingerprint(settings);
  const attemptId = newId();
  const expiresAt = services.now() + pendingMs;
  const knownIssuer = grant?.fingerprint === fingerprint ? grant.issuer : undefined;
  const frozen = { client, redirectUri, codeVerifier, origins: secretOrigins(settings), fingerprint, knownIssuer };
  await keepAttempt({ id: attemptId, owner: accountId, target, state: 'waiting', expiresAt }, services);
  await keepPending(state, { schema: pendingSchema, attemptId, accountId, target, expiresAt, ...frozen }, services);
  return { authorizeUrl, attemptId };
}
