import type { Authentication, DataSourceSettings } from '../shared/contract';
import { readSecrets } from '../data-sources/credentials';
import { apiSecretsOf, headerSecretName } from '../data-sources/needed-secrets';
import type { SecretValues } from '../data-sources/typed-secrets';
import { Problem } from '../shared/problem';
import type { AccessHeaders } from './access';
import { remembered, type Connection, type EndpointServices } from './token-endpoint';

/** What of an access the secrets of the data source itself make: keys, passwords and secret headers, no tokens. */
export type ApiCredentials = Pick<AccessHeaders, 'headers' | 'parameters'>;

/**
 * The headers and query parameters that the data source's own secrets make; empty where it needs none. Secrets come
 * from storage, and only if they were typed for this API and this way of authenticating.
 * @throws Problem `not-authenticated` (they are missing), `forbidden` (typed for another API), `busy` (replaced a
 *   moment ago)
 */
export async function apiCredentials(
  connection: Connection,
  services: Pick<EndpointServices, 'secrets' | 'redactor'>,
): Promise<ApiCredentials> {
  const { settings } = connection;
  const needed = apiSecretsOf(settings);
  if (needed.length === 0) return { headers: {} };
  const values = remembered(connection.values ?? (await storedValues(connection, services)), services);
  if (needed.some(({ name }) => !values[name])) throw missing();
  const own = ofAuthentication(settings.authentication, values);
  Object.values(own.headers).forEach((value) => services.redactor.remember(value));
  return { ...own, headers: { ...secretHeaders(settings, values), ...own.headers } };
}

const missing = () =>
  new Problem('not-authenticated', 'This data source is not complete: a secret is missing. An admin can enter it.');

async function storedValues(
  { settings, credentials }: Connection,
  { secrets }: Pick<EndpointServices, 'secrets'>,
): Promise<SecretValues> {
  if (!credentials) throw missing();
  const record = await readSecrets(credentials, secrets);
  const isForApi = record.origins.includes(new URL(settings.request.url).origin);
  if (isForApi && record.authenticationType === settings.authentication.type) return record.values;
  throw new Problem('forbidden', 'The stored secret was entered for another server. An admin can enter it again.');
}

function ofAuthentication(authentication: Authentication, values: SecretValues): ApiCredentials {
  const { password = '', token = '', apiKey = '', headerValue = '' } = values;
  switch (authentication.type) {
    case 'basic':
      return header('authorization', `Basic ${base64(`${authentication.username}:${password}`)}`);
    case 'bearer':
      return header('authorization', `Bearer ${token}`);
    case 'custom-header':
      return header(authentication.name, headerValue);
    case 'api-key': {
      const { placement, name, prefix } = authentication;
      const value = prefixed(prefix, apiKey);
      return placement === 'header' ? header(name, value) : { headers: {}, parameters: { [name]: value } };
    }
    case 'none':
    case 'oauth2':
      return { headers: {} };
  }
}

function secretHeaders({ request }: DataSourceSettings, values: SecretValues): Record<string, string> {
  const secret = request.headers.filter((each) => each.secret);
  return Object.fromEntries(secret.map(({ name }) => [name.toLowerCase(), values[headerSecretName(name)] ?? '']));
}

const header = (name: string, value: string): ApiCredentials => ({ headers: { [name.toLowerCase()]: value } });

/** RFC 7617 section 2.1: in UTF-8, as browsers send it. */
const base64 = (text: string) => Buffer.from(text).toString('base64');

/**
 * The credential behind its prefix, as it stands; a scheme's name is set off by a blank (RFC 9110 section 11.4), which
 * is easily lost where it is typed.
 */
export const prefixed = (prefix: string, credential: string) =>
  /[A-Za-z0-9]$/.test(prefix) ? `${prefix} ${credential}` : `${prefix}${credential}`;
