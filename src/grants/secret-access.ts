import { signsRequests } from '../authentication/registry';
import { apiSecretsOf } from '../data-sources/needed-secrets';
import { sameForAll, type Access, type AccessHeaders } from './access';
import { apiCredentials, apiSecrets } from './api-credentials';
import { challengeMemory } from './challenge-memory';
import { sharedIdentity } from './grant';
import type { Connection, EndpointServices } from './token-endpoint';

/** Access where the data source needs no authentication. */
export const openAccess: Access = {
  identity: sharedIdentity,
  epoch: 0,
  origins: undefined,
  headers: () => Promise.resolve(sameForAll({ headers: {} }, '')),
  headersAfterRefusal: () => Promise.resolve(undefined),
};

/**
 * The access with the data source's own secrets in its headers and parameters: keys, passwords and secret headers go to
 * the API's origin alone. Nothing changes where it has none.
 */
export function withApiSecrets(
  access: Access,
  connection: Connection,
  services: Pick<EndpointServices, 'secrets' | 'redactor'>,
): Access {
  const { settings } = connection;
  if (apiSecretsOf(settings).length === 0 && !signsRequests(settings.authentication)) return access;
  const challenges = challengeMemory(settings.authentication, services.redactor);
  const complete = async (held: AccessHeaders): Promise<AccessHeaders> => {
    const values = await apiSecrets(connection, services);
    const forRequest: AccessHeaders['forRequest'] = (target) => {
      const own = apiCredentials(settings, values, { ...target, challenge: challenges.next() }, services);
      return { ...own, headers: { ...own.headers, ...held.forRequest(target).headers } };
    };
    return { ...held, forRequest };
  };
  return {
    ...access,
    origins: [new URL(settings.request.url).origin],
    headers: async () => complete(await access.headers()),
    headersAfterRefusal: async (refused, challenge) => {
      const isUsed = challenges.take(challenge);
      const fresh = await (isUsed ? access.headers() : access.headersAfterRefusal(refused, challenge));
      return fresh && complete(fresh);
    },
    whyRefused: (challenge) => challenges.whyNot(challenge),
  };
}
