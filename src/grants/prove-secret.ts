import type { DataSourceForm, SecretProof } from '../shared/contract';
import { connectionFingerprint } from '../data-sources/connection';
import { chooseSecrets } from '../data-sources/choose-secrets';
import { readSecrets } from '../data-sources/credentials';
import { clientSecretsOf } from '../data-sources/needed-secrets';
import { requireValid } from '../data-sources/rules';
import { typedSecrets } from '../data-sources/typed-secrets';
import { ownerOf, type FormServices } from './authorize-form';
import { grantId, type Grant } from './grant';
import type { GrantOwner } from './grant-access';
import { readableGrant } from './readable-grant';
import { refreshPorts } from './refresh-connection';
import { refresh } from './refresh';
import type { RefreshPorts, RefreshRequest } from './refresh-request';
import { SecretTrial } from './secret-trial';
import { requestOwnTokens, isOwnGrant, type Connection } from './token-endpoint';

/**
 * Whether a client secret works that was typed into the form and is not stored yet, tried by one token request, before
 * the stored one is given up; `undefined` where none was typed, or a sign-in has just used it. What a refresh yields
 * becomes the grant's like that of any other refresh, because the server may have rotated; tokens of a
 * client-credentials grant are thrown away.
 * @throws Problem `invalid-input` with the fields to change, `forbidden` or `not-found` for its draft or data source
 */
export async function proveSecret(
  form: DataSourceForm,
  caller: { accountId: string },
  services: FormServices,
): Promise<SecretProof | undefined> {
  const { settings } = form;
  requireValid(settings, 'test', services);
  if (!hasTypedClientSecret(form)) return undefined;
  const owner = await ownerOf(form, caller, services);
  if (owner && (await isOfSignIn(owner, form, services))) return undefined;
  const wanted = clientSecretsOf(settings);
  const { values } = await chooseSecrets(form, [owner?.credentials], services.secrets, wanted);
  const connection = { settings, values };
  if (isOwnGrant(settings)) return tryByItself(connection, services);
  const grant = owner && readableGrant(await services.grants.get(grantId(owner.id)));
  return owner && isRefreshable(grant, connection) ? tryByRefresh(grant, owner, connection, services) : notSignedIn;
}

/** The names of the typed secrets that the authorization server receives. */
function typedClientSecrets({ settings, secrets }: DataSourceForm): string[] {
  const typed = typedSecrets(settings, secrets);
  return clientSecretsOf(settings)
    .map(({ name }) => name)
    .filter((name) => typed[name] !== undefined);
}

const hasTypedClientSecret = (form: DataSourceForm) => typedClientSecrets(form).length > 0;

/** Whether the owner is a draft whose sign-in was made with these very secrets. */
async function isOfSignIn(owner: GrantOwner, form: DataSourceForm, { secrets }: FormServices): Promise<boolean> {
  if (!('dataSourceId' in owner) || !owner.credentials) return false;
  const typed = typedSecrets(form.settings, form.secrets);
  const { values } = await readSecrets(owner.credentials, secrets);
  return typedClientSecrets(form).every((name) => values[name] === typed[name]);
}

function isRefreshable(grant: Grant | undefined, { settings }: Connection): grant is Grant {
  const isOfForm = grant?.state === 'ok' && grant.fingerprint === connectionFingerprint(settings);
  return isOfForm && grant.facts?.hasRefreshToken === true;
}

const notSignedIn: SecretProof = {
  outcome: 'untried',
  message:
    'The new secret could not be tried yet, because there is no refresh token for these settings. Authenticate tries it.',
};

async function tryByItself(connection: Connection, services: FormServices): Promise<SecretProof> {
  const trial = new SecretTrial();
  return trial.proof(async () => void (await trial.watch(requestOwnTokens(connection, undefined, services))));
}

/** Two rounds at most, because the first may find tokens that a dead holder had stored. */
async function tryByRefresh(
  { id, tok }: Grant,
  { credentials }: GrantOwner,
  connection: Connection,
  services: FormServices,
): Promise<SecretProof> {
  const trial = new SecretTrial();
  const stored = refreshPorts(connection, services);
  const ports: RefreshPorts = {
    ...stored,
    requestTokens: (old, leaving) => trial.watch(stored.requestTokens(old, leaving)),
  };
  const request: RefreshRequest = {
    ...{ grantId: id, used: tok, refused: false, isByHand: true, isTrial: true },
    secretKey: credentials?.secretKey ?? '',
    fingerprint: connectionFingerprint(connection.settings),
  };
  return trial.proof(async () => {
    const { name } = await refresh(request, ports);
    if (!trial.isOver && name !== tok) await refresh({ ...request, used: name }, ports);
  });
}
