import type { PlatformReply } from '../../runtime/wire';
import type { Actor, Product } from './product';

/** One request to the product's REST API, its path taken apart. */
export interface RestRequest {
  product: Product;
  actor: Actor;
  /** The variable part of the path. */
  id: string;
  query: URLSearchParams;
  siteUrl: string;
  body: unknown;
}

/** A JSON reply. */
export function restReply(status: number, body: unknown): PlatformReply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** The reply for what is not there or may not be seen: the product does not tell which. */
export function notFound(): PlatformReply {
  return restReply(404, { errors: [{ status: 404, code: 'NOT_FOUND', title: 'Not Found' }] });
}

/** The refusal of a request whose parameter would make a difference that the host does not make. */
export function unmodelledParameter(call: string, parameter: string): PlatformReply {
  const message = `The local host does not model the parameter "${parameter}" of ${call}.`;
  const reply = restReply(501, { code: 'HOST_NOT_MODELLED', message });
  return { ...reply, headers: { ...reply.headers, 'forge-proxy-error': 'HOST_NOT_MODELLED' } };
}
