import type Provider from 'oidc-provider';
import { accounts } from '../authorization/accounts';
import { sendJson } from '../exchange';
import type { Exchange } from '../exchange';
import type { DemoAccount } from '../settings';
import { requireScope } from './bearer';
import { createCollection } from './collection';
import type { Collection } from './collection';
import { GraphError } from './graph-error';
import { sendList } from './send-list';
import { makeTicket, ticketsEach } from './tickets';

/** What everybody has of their own, by the last part of its address. */
const own: Record<string, { scopes: string[]; send(exchange: Exchange, account: DemoAccount): void }> = {
  '': { scopes: ['User.Read', 'User.Read.All'], send: sendProfile },
  tickets: { scopes: ['Tickets.Read'], send: (exchange, { email }) => sendList(exchange, tickets.get(email)!) },
};

const tickets: ReadonlyMap<string, Collection> = new Map(
  accounts.map(({ email }, number) => {
    const make = (index: number) => makeTicket(index, number, accounts.length, email);
    return [email, createCollection('tickets', ticketsEach, make)];
  }),
);

/**
 * Responds at `/v1.0/me` and below it with what belongs to the account of the access token.
 * @throws GraphError 404 for what nobody has, 401 and 403 for tokens, 400 for a token that is of no account
 */
export async function respondAboutMe(provider: Provider, exchange: Exchange, parts: string[]): Promise<void> {
  const name = parts.join('/');
  const found = Object.hasOwn(own, name) ? own[name] : undefined;
  if (!found) throw new GraphError(404, 'Request_ResourceNotFound', `There is nothing at 'me/${name}'.`);
  const email = await requireScope(provider, exchange, found.scopes);
  const account = accounts.find((one) => one.email === email);
  if (!account) throw new GraphError(400, 'BadRequest', "'me' is somebody who has signed in; this token is an app's.");
  found.send(exchange, account);
}

function sendProfile(exchange: Exchange, { email, displayName }: DemoAccount): void {
  const [givenName, surname] = displayName.split(' ');
  const profile = { displayName, givenName, surname, mail: email, userPrincipalName: email };
  sendJson(exchange, 200, { '@odata.context': `${exchange.url.origin}/v1.0/$metadata#users/$entity`, ...profile });
}
