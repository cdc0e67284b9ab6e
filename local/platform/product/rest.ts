import type { PlatformReply } from '../../runtime/wire';
import { contentReply, operationsReply, permissionCheck } from './rest-content';
import { spaceReply, spacesReply } from './rest-spaces';
import { currentUser, retentionReply, userReply } from './rest-users';
import type { Actor, Product } from './product';
import type { RestRequest } from './rest-reply';
import { restReply, unmodelledParameter } from './rest-reply';

interface RestRoute {
  method: string;
  path: RegExp;
  /** Any one of these scopes lets the request through. */
  scopes: string[];
  /** The query parameters that are modelled; a request with another is not. */
  parameters: string[];
  handle(request: RestRequest): PlatformReply;
}

const users = ['read:confluence-user', 'read:content-details:confluence'];
/** The operations of pages and blog posts name this one alone, those of spaces the other. */
const contents = ['read:page:confluence'];
const spaces = ['read:space:confluence'];
const id = '([^/]+)';

/**
 * The modelled part of the REST API, with the query parameters that make a difference here; the published descriptions of
 * v1 and v2 name the scopes.
 */
const routes: RestRoute[] = [
  route('GET', '/rest/api/user/(current)', users, ['expand'], currentUser),
  route('GET', '/rest/api/(user)', users, ['accountId'], userReply),
  route('GET', '/rest/api/audit/(retention)', ['read:audit-log:confluence'], [], retentionReply),
  route('GET', `/api/v2/pages/${id}`, contents, ['get-draft'], contentReply('page')),
  route('GET', `/api/v2/blogposts/${id}`, contents, ['get-draft'], contentReply('blogpost')),
  route('GET', `/api/v2/pages/${id}/operations`, contents, [], operationsReply('page')),
  route('GET', `/api/v2/blogposts/${id}/operations`, contents, [], operationsReply('blogpost')),
  route('GET', '/api/v2/(spaces)', spaces, ['limit', 'cursor', 'ids', 'keys'], spacesReply),
  route('GET', `/api/v2/spaces/${id}`, spaces, [], spaceReply),
  route(
    'POST',
    `/rest/api/content/${id}/permission/check`,
    ['read:content.permission:confluence', 'read:confluence-content.permission'],
    [],
    permissionCheck,
  ),
];

/** Every scope that lets some modelled request through. */
export const restScopes: ReadonlySet<string> = new Set(routes.flatMap(({ scopes }) => scopes));

function route(
  method: string,
  path: string,
  scopes: string[],
  parameters: string[],
  handle: RestRoute['handle'],
): RestRoute {
  return { method, path: new RegExp(`^${path}$`), scopes, parameters, handle };
}

/**
 * The product's reply to the request, or undefined for a path that is not modelled. 403 when the manifest declares
 * none of the scopes that the path needs, 501 for a query parameter that is not modelled. The prefix `/wiki` may be left
 * out, as on the platform.
 */
export function handleRest(
  product: Product,
  actor: Actor,
  scopes: string[],
  request: { method: string; path: string; siteUrl: string; body: string },
): PlatformReply | undefined {
  const url = new URL(request.path, 'http://product.invalid');
  const path = url.pathname.replace(/^\/wiki(?=\/)/, '');
  const found = routes.find((entry) => entry.method === request.method && entry.path.test(path));
  if (!found) return undefined;
  if (!found.scopes.some((scope) => scopes.includes(scope))) {
    return restReply(403, {
      code: 403,
      message: `Unauthorized; scope does not match. One of: ${found.scopes.join(', ')}`,
    });
  }
  const parameter = [...url.searchParams.keys()].find((name) => !found.parameters.includes(name));
  if (parameter !== undefined) return unmodelledParameter(`${request.method} ${path}`, parameter);
  const body: unknown = request.body ? JSON.parse(request.body) : undefined;
  return found.handle({
    product,
    actor,
    id: decodeURIComponent(found.path.exec(path)![1]!),
    query: url.searchParams,
    siteUrl: request.siteUrl,
    body,
  });
}
