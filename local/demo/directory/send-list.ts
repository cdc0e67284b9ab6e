import { sendJson } from '../exchange';
import type { Exchange } from '../exchange';
import type { Collection } from './collection';
import { nextLink, parseListQuery } from './query';

/**
 * Ends the exchange with the page of the collection that its query asks for.
 * @throws GraphError 400 naming the query option that is wrong
 */
export function sendList(exchange: Exchange, collection: Collection): void {
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

/** The address that Graph gives each response as its context. */
export function contextOf(url: URL, { name }: Collection, select: string[] | undefined): string {
  return `${url.origin}/v1.0/$metadata#${name}${select ? `(${select.join(',')})` : ''}`;
}
