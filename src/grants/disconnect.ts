import type { EntityStorage, Secrets } from '../ports';
import { changeGrant, insistOnChange } from './change';
import { grantId, retireAll, type Grant, type TokenSet } from './grant';
import { revokeTokens, type Connection, type EndpointServices } from './token-endpoint';

export interface DisconnectServices extends EndpointServices {
  grants: EntityStorage<Grant>;
  secrets: Secrets;
  now(): number;
}

/**
 * Forgets the tokens of a data source or draft and tells the provider, as far as it can be told; how that went becomes
 * the reason on the badge. First the grant lets go of the tokens, so nobody uses them any more, whatever fails later.
 */
export async function disconnect(
  connection: Connection & { id: string },
  services: DisconnectServices,
): Promise<Grant> {
  const { grants, now } = services;
  const released: string[] = [];
  const retired: string[] = [];
  const grant = await insistOnChange(grants, grantId(connection.id), (before) => {
    released.splice(0, released.length, ...namesOf(before));
    retired.splice(0, retired.length, ...before.retired.map(({ name }) => name));
    return {
      tok: '',
      state: 'none',
      epoch: before.epoch + 1,
      holder: '',
      next: '',
      tries: [],
      retired: retireAll(before, now()),
      facts: undefined,
      reason: undefined,
      remoteCode: undefined,
      trouble: undefined,
    };
  });
  const reason = await revokeAll(released, connection, services);
  await Promise.all(retired.map((name) => services.secrets.delete(name))); // upkeep would, but only by and by
  return (await changeGrant(grants, grant, { reason: `Disconnected. ${reason}`.trim() })) ?? grant;
}

/** The names of the token sets in use or under way. */
export const namesOf = ({ tok, next, tries }: Grant) => [tok, ...tries, next].filter((name) => name !== '');

/** Revokes and deletes the token sets of these names; resolves with what the provider said to the last one. */
export async function revokeAll(
  names: string[],
  connection: Connection,
  services: DisconnectServices,
): Promise<string> {
  let outcome = '';
  for (const name of names) {
    const tokens = await services.secrets.get<TokenSet>(name);
    if (tokens) outcome = await revokeTokens(connection, tokens, services);
    await services.secrets.delete(name);
  }
  return outcome;
}
