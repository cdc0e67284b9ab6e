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
import { nextLink, parseListQuery } from './query';
import { makeUser } from './users';

export interface Directory {
  setUserCount(count: number): void;
  respond(exchange: Exchange): Promise<void>;
}

const scopesOf: Record<string, string[]> = {
  users: ['User.Read.All', 'User.ReadBasic.All'],
  groups: ['Group.Read.All', 'User.Read.All'],
};

/** The directory API below `/v1.0`: users and groups, read only, for whoever brings a token of the provider. */
export function createDirectory(provider: Provider, issuer: string, userCount: number, stats: DemoStats): Directory {
  const groups = createCollection('groups', groupCount, makeGroup);
  let users = createCollection('users', userCount, makeUser);
  const respond = async (exchange: Exchange): Promise<void> => {
    const [name = '', key, ...rest] = exchange.url.pathname.split('/').slice(2);
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

function sendList(exchange: Exchange, collection: Collection): void {
  const { url } = exchange;
  const query = parseListQuery(url.searchParams);
  const { rows, total } = collection.page(query);
  const end = query.skip + rows.length;
  sendJson(exchange, 200, {
    '@odata.context': contextOf(url, collection, query.select),
    ...(query.count && query.skip === 0 && { '@odata.count': total }),
    ...(end < total && { '@odata.nextLink': nextLink(url, end) }),
    value: rows,
  });
}

function sendOne(exchange: Exchange, collection: Collection, key: string): void {
  const row = collection.find((one: DirectoryItem) => one['id'] === key || one['userPrincipalName'] === key);
  if (!row) throw notFound(`There is no '${key}' in this collection.`);
  sendJson(exchange, 200, { '@odata.context': `${contextOf(exchange.url, collection, undefined)}/$entity`, ...row });
}

function contextOf(url: URL, { name }: Collection, select: string[] | undefined): string {
  return `${url.origin}/v1.0/$metadata#${name}${select ? `(${select.join(',')})` : ''}`;
}

function notFound(message: string): GraphError {
  return new GraphError(404, 'Request_ResourceNotFound', message);
}
