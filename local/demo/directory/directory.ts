import type Provider from 'oidc-provider';
import { sendJson, sendText } from '../exchange';
import type { Exchange } from '../exchange';
import type { DemoStats } from '../settings';
import { requireScope } from './bearer';
import { createCollection } from './collection';
import type { Collection } from './collection';
import type { DirectoryItem } from './filter';
import { sendGraphError, GraphError } from './graph-error';
import { groupCount, makeGroup } from './groups';
import { respondAboutMe } from './me';
import { contextOf, sendList } from './send-list';
import { makeUser } from './users';

export interface Directory {
  setUserCount(count: number): void;
  respond(exchange: Exchange): Promise<void>;
}

const scopesOf: Record<string, string[]> = {
  users: ['User.Read.All', 'User.ReadBasic.All'],
  groups: ['Group.Read.All', 'User.Read.All'],
};

/**
 * The directory API below `/v1.0`: users and groups, and what is the own of whoever signed in; read only, for whoever brings a
 * token of the provider.
 */
export function createDirectory(provider: Provider, issuer: string, userCount: number, stats: DemoStats): Directory {
  const groups = createCollection('groups', groupCount, makeGroup);
  let users = createCollection('users', userCount, makeUser);
  const respond = async (exchange: Exchange): Promise<void> => {
    const [name = '', key, ...rest] = exchange.url.pathname.split('/').slice(2);
    if (name === 'me') return respondAboutMe(provider, exchange, exchange.url.pathname.split('/').slice(3));
    const collection = [users, groups].find((one) => one.name === name);
    if (!collection || rest.length > 0) throw notFound(`There is nothing at '${rest[0] ?? name}'.`);
    await requireScope(provider, exchange, scopesOf[name] ?? []);
    if (exchange.request.method !== 'GET') {
      throw new GraphError(405, 'Request_BadRequest', 'This address is read-only.');
    }
    if (key === undefined) sendList(exchange, collection);
    else if (key === '$count') sendText(exchange.response, 200, 'text/plain', String(collection.count));
    else sendOne(exchange, collection, decodeURIComponent(key));
  };
  return {
    setUserCount: (count) => void (users = createCollection('users', count, makeUser)),
    respond: (exchange) =>
      respond(exchange).catch((error: unknown) => {
        if (!(error instanceof GraphError)) throw error;
        if (error.status === 401 || error.status === 403) stats.apiRefusals += 1;
        sendGraphError(exchange, error, issuer);
      }),
  };
}

function sendOne(exchange: Exchange, collection: Collection, key: string): void {
  const row = collection.find((one: DirectoryItem) => one['id'] === key || one['userPrincipalName'] === key);
  if (!row) throw notFound(`There is no '${key}' in this collection.`);
  sendJson(exchange, 200, { '@odata.context': `${contextOf(exchange.url, collection, undefined)}/$entity`, ...row });
}

function notFound(message: string): GraphError {
  return new GraphError(404, 'Request_ResourceNotFound', message);
}
