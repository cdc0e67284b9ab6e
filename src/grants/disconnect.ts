import type { EntityStorage } from '../ports';
import { changeGrant, insistOnChange } from './change';
import { grantId, namesOf, retireAll, type Grant } from './grant';
import { deleteAll, roomFor } from './retired';
import { revokeTokens, type Revocation, type RevokeServices } from './revoke-tokens';
import { storedTokens } from './stored-tokens';
import { fingerprintOf, type Connection } from './token-endpoint';

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
    return letsGo(found, { secrets, now });
  });
  const held = before ? heldTokens(before) : nothingHeld;
  const { names } = held;
  const { told: reason = '' } = (await revokeAll(held, connection, services)) ?? {};
  const retired = grant.retired.map(({ name }) => name).filter((name) => !names.includes(name));
  await deleteAll(retired, secrets); // upkeep would, but only by and by
  return (await changeGrant(grants, grant, { reason: `Disconnected. ${reason}`.trim() })) ?? grant;
}

/** What makes the grant one that holds nothing any more; its token sets are retired. */
export async function letsGo(
  grant: Grant,
  { secrets, now }: Pick<DisconnectServices, 'secrets' | 'now'>,
): Promise<Partial<Grant>> {
  return {
    tok: '',
    state: 'none',
    epoch: grant.epoch + 1,
    holder: '',
    next: '',
    tries: [],
    retired: await roomFor(retireAll(grant, now()), grant, secrets),
    issuer: undefined,
    facts: undefined,
    reason: undefined,
    remoteCode: undefined,
    trouble: undefined,
  };
}

/** The names of token sets, with the fingerprint of the connection that they were obtained for. */
export interface HeldTokens {
  names: readonly string[];
  fingerprint: string;
}

/** Those that the grant has in use or under way. */
export const heldTokens = (grant: Grant): HeldTokens => ({ names: namesOf(grant), fingerprint: grant.fingerprint });

export const nothingHeld: HeldTokens = { names: [], fingerprint: '' };

/** Revokes and deletes the token sets of these names; what came of it for the last one, `undefined` where none was stored. */
export async function revokeAll(
  { names, fingerprint }: HeldTokens,
  connection: Connection,
  services: RevokeServices,
): Promise<Revocation | undefined> {
  const found = await Promise.all(names.map((name) => storedTokens(name, services.secrets)));
  const isOfConnection = fingerprint === fingerprintOf(connection);
  let outcome: Revocation | undefined;
  for (const tokens of found) {
    if (!tokens) continue;
    const isBound = tokens.receivers !== undefined || isOfConnection;
    outcome = isBound ? await revokeTokens(connection, tokens, services) : ofOtherEndpoints;
  }
  await deleteAll(names, services.secrets);
  return outcome;
}

const ofOtherEndpoints: Revocation = {
  outcome: 'failed',
  told: 'The settings were changed after the sign-in, so the tokens were not revoked at the provider. You can withdraw consent there.',
};
