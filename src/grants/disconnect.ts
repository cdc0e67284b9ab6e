import type { EntityStorage } from '../ports';
import { changeGrant, insistOnChange } from './change';
import { grantId, namesOf, retireAll, type Grant, type TokenSet } from './grant';
import { deleteAll, roomFor } from './retired';
import { revokeTokens, type RevokeServices } from './revoke-tokens';
import type { Connection } from './token-endpoint';

export interface DisconnectServices extends RevokeServices {
  grants: EntityStorage<Grant>;
  now(): number;
}

/**
 * Forgets the tokens of a data source or draft and tells the provider, as far as it can be told; how that went becomes
 * the reason on the badge. First the grant lets go of the tokens, so nobody uses them any more, whatever fails later.
 * What the server called itself is forgotten as well, so that a new sign-in begins from nothing.
 */
export async function disconnect(
  connection: Connection & { id: string },
  services: DisconnectServices,
): Promise<Grant> {
  const { grants, secrets, now } = services;
  let before: Grant | undefined;
  const grant = await insistOnChange(grants, grantId(connection.id), async (found) => {
    before = found;
    return {
      tok: '',
      state: 'none',
      epoch: found.epoch + 1,
      holder: '',
      next: '',
      tries: [],
      retired: await roomFor(retireAll(found, now()), found, secrets),
      issuer: undefined,
      facts: undefined,
      reason: undefined,
      remoteCode: undefined,
      trouble: undefined,
    };
  });
  const names = before ? namesOf(before) : [];
  const reason = await revokeAll(names, connection, services);
  const retired = grant.retired.map(({ name }) => name).filter((name) => !names.includes(name));
  await deleteAll(retired, secrets); // upkeep would, but only by and by
  return (await changeGrant(grants, grant, { reason: `Disconnected. ${reason}`.trim() })) ?? grant;
}

/** Revokes and deletes the token sets of these names; resolves with what the provider said to the last one. */
export async function revokeAll(
  names: readonly string[],
  connection: Connection,
  services: DisconnectServices,
): Promise<string> {
  const found = await Promise.all(names.map((name) => services.secrets.get<TokenSet>(name)));
  let outcome = '';
  for (const tokens of found) {
    if (tokens) outcome = await revokeTokens(connection, tokens, services);
  }
  await deleteAll(names, services.secrets);
  return outcome;
}
