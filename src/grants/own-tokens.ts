import { scopesOf, secretOrigins } from '../data-sources/connection';
import { receiversOf } from '../data-sources/receivers';
import { Problem } from '../shared/problem';
import type { Access, AccessHeaders } from './access';
import { grantId, sharedIdentity } from './grant';
import { tokenHeaders, type GrantOwner } from './grant-access';
import { notAuthenticated } from './grant-problems';
import type { GrantServices } from './grant-services';
import { refreshConnection } from './refresh-connection';
import { requestOwnTokens, isOwnGrant, type Connection } from './token-endpoint';
import { firstTokenSet } from './token-set';

/**
 * Resolves once the client has tokens of its own, new ones where its grant holds some already. Nothing happens where
 * somebody must sign in.
 * @throws Problem `reconnect-needed` (the server refuses the client), `busy`, `exchange-failed`, `remote-*`
 */
export async function obtainOwnTokens(owner: GrantOwner, services: GrantServices): Promise<void> {
  if (!isOwnGrant(owner.settings)) return;
  const id = grantId(owner.id);
  const grant = await services.grants.get(id);
  await refreshConnection({ grantId: id, used: grant?.tok ?? '', isByHand: true }, owner, services);
}

/** As `obtainOwnTokens`, where the grant has none yet. What goes wrong stands in the grant, for its badge. */
export async function tryOwnTokens(owner: GrantOwner, services: GrantServices): Promise<void> {
  try {
    await obtainOwnTokens(owner, services);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    services.log('token-not-obtained', { code: error.code, status: error.details.status });
  }
}

/** Access for a form under test: its client gets a token for this invocation, which is stored nowhere. */
export function formTokenAccess(connection: Connection, services: GrantServices): Access {
  let held: AccessHeaders | undefined;
  return {
    identity: sharedIdentity,
    epoch: 0,
    origins: [new URL(connection.settings.request.url).origin],
    headers: async () => (held ??= await passingTokens(connection, services)),
    headersAfterRefusal: () => Promise.resolve(undefined),
  };
}

async function passingTokens(connection: Connection, services: GrantServices): Promise<AccessHeaders> {
  const { authentication } = connection.settings;
  if (authentication.type !== 'oauth2') throw notAuthenticated();
  const response = await requestOwnTokens(connection, undefined, services);
  const tokens = firstTokenSet(response, {
    now: services.now(),
    origins: secretOrigins(connection.settings),
    receivers: receiversOf(connection.settings),
    clientId: authentication.clientId,
    askedScopes: scopesOf(authentication),
  });
  return tokenHeaders({ name: '', tokens }, connection.settings, services);
}
