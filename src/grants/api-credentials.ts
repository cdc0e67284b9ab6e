import type { RequestCredentials, RequestToSign } from '../authentication/request-credentials';
import { signedRequest } from '../authentication/registry';
import type { SecretValues } from '../authentication/secret';
import { bindingRefusal, otherReceiver, readSecrets } from '../data-sources/credentials';
import { apiSecretsOf } from '../data-sources/needed-secrets';
import { isSecretPlaceholder, placeSecrets } from '../placeholders/secret-marks';
import type { DataSourceSettings } from '../shared/contract';
import { Problem } from '../shared/problem';
import { headerSecretName } from '../shared/secret-names';
import { remembered, type Connection, type EndpointServices } from './token-endpoint';

/**
 * The secrets that the data source sends to its API; empty where it has none. They come from storage, and only if they
 * were typed for this API and this way of authenticating.
 * @throws Problem `not-authenticated` (they are missing), `forbidden` (typed for another API), `busy` (replaced a
 *   moment ago)
 */
export async function apiSecrets(
  connection: Connection,
  services: Pick<EndpointServices, 'secrets' | 'redactor'>,
): Promise<SecretValues> {
  const needed = apiSecretsOf(connection.settings);
  if (needed.length === 0) return {};
  const values = remembered(connection.values ?? (await storedValues(connection, services)), services);
  if (needed.some(({ name }) => !values[name])) throw missing();
  return values;
}

/** What those secrets make of one request: keys, passwords and secret headers, no tokens. */
export function apiCredentials(
  settings: DataSourceSettings,
  values: SecretValues,
  request: RequestToSign,
  { redactor }: Pick<EndpointServices, 'redactor'>,
): RequestCredentials {
  const placed = placedSecrets(values);
  const url = new URL(request.url);
  url.search = placeSecrets(url.search, placed);
  const own = signedRequest(settings.authentication, values, { ...request, url });
  // An answer to a challenge is good for one request, and hundreds of them would make every reply slow to look through.
  if (!request.challenge) Object.values(own.headers).forEach((value) => redactor.remember(value));
  const headers = { ...secretHeaders(settings, values), ...own.headers };
  return { ...own, headers, ...(Object.keys(placed).length > 0 && { placed }) };
}

/** Those alone that placeholders stand for: what an API sends must not be able to name another one. */
const placedSecrets = (values: SecretValues): SecretValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => isSecretPlaceholder(name)));

const missing = () =>
  new Problem('not-authenticated', 'This data source is not complete: a secret is missing.', {
    remedy: 'An admin can enter it.',
  });

async function storedValues(
  { settings, credentials }: Connection,
  { secrets }: Pick<EndpointServices, 'secrets'>,
): Promise<SecretValues> {
  if (!credentials) throw missing();
  const record = await readSecrets(credentials, secrets);
  if (bindingRefusal(record, settings, 'api') !== undefined) throw otherReceiver();
  return record.values;
}

function secretHeaders({ request }: DataSourceSettings, values: SecretValues): Record<string, string> {
  const secret = request.headers.filter((each) => each.secret);
  return Object.fromEntries(secret.map(({ name }) => [name.toLowerCase(), values[headerSecretName(name)] ?? '']));
}
