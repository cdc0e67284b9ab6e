import { authenticationSecrets, isAuthenticationSecret } from '../authentication/registry';
import type { NeededSecret } from '../authentication/secret';
import { compileRequest } from '../placeholders/request-template';
import { isSecretPlaceholder } from '../placeholders/secret-marks';
import type { DataSourceSettings } from '../shared/contract';
import { headerSecretName } from '../shared/secret-names';

/** The secrets that these settings call for, each once; empty if they need none. */
export function neededSecrets({ authentication, request }: DataSourceSettings): NeededSecret[] {
  const all = [...authenticationSecrets(authentication), ...ofHeaders(request.headers), ...ofPlaceholders(request)];
  return all.filter((each, index) => all.findIndex(({ name }) => name === each.name) === index);
}

/** Those that the authorization server receives: with others the same connection is still the same client. */
export const clientSecretsOf = (settings: DataSourceSettings): NeededSecret[] =>
  neededSecrets(settings).filter(({ receiver }) => receiver === 'authorization-server');

/** Those that the API receives. */
export const apiSecretsOf = (settings: DataSourceSettings): NeededSecret[] =>
  neededSecrets(settings).filter(({ receiver }) => receiver === 'api');

/** Whether some settings could call for a secret of this name; header names are tokens (RFC 9110 section 5.6.2). */
export const isSecretName = (name: string): boolean =>
  isAuthenticationSecret(name) ||
  /^secret\.[A-Za-z_][\w-]{0,79}$/.test(name) ||
  /^header\.[!#$%&'*+\-.^_`|~0-9a-z]{1,100}$/.test(name);

/** A request that breaks a rule is refused before any secret of it is wanted. */
const ofPlaceholders = (request: DataSourceSettings['request']): NeededSecret[] =>
  (compileRequest(request).template?.variables ?? []).filter(isSecretPlaceholder).map((name) => ({
    name,
    label: `the secret ${name.slice(name.indexOf('.') + 1)}`,
    receiver: 'api',
    kind: 'text',
  }));

const ofHeaders = (headers: DataSourceSettings['request']['headers']): NeededSecret[] =>
  headers
    .filter(({ secret }) => secret)
    .map(({ name }) => ({
      name: headerSecretName(name),
      label: `the value of the header ${name}`,
      receiver: 'api',
      kind: 'header',
    }));
