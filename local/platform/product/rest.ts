import type { PlatformReply } from '../../runtime/wire';
import { contentReply, operationsReply, permissionCheck } from './rest-content';
import { spaceReply, spacesReply } from './rest-spaces';
import { currentUser, userReply } from './rest-users';
import type { Actor, Product } from './product';
import type { RestRequest } from './rest-reply';
import { restReply } from './rest-reply';

interface RestRoute {
  method: string;
  path: RegExp;
  /** Any one of these scopes lets the request through. */
  scopes: string[];
  handle(request: RestRequest): PlatformReply;
}

const contentScopes = ['read:page:confluence', 'read:confluence-content.all'];

/** The modelled part of the REST API; developer.atlassian.com/cloud/confluence/rest v1 and v2 name the scopes. */
const routes: RestRoute[] = [
  {
    method: 'GET',
    path: /^\/rest\/api\/user\/(current)$/,
    scopes: ['read:confluence-user', 'read:content-details:confluence'],
    handle: currentUser,
  },
  {
    method: 'GET',
    path: /^\/rest\/api\/(user)$/,
    scopes: ['read:confluence-user', 'read:content-details:confluence'],
    handle: userReply,
  },
  { method: 'GET', path: /^\/api\/v2\/pages\/([^/]+)$/, scopes: contentScopes, handle: contentReply('page') },
  {
    method: 'GET',
    path: /^\/api\/v2\/blogposts\/([^/]+)$/,
    scopes: [...contentScopes, 'read:blogpost:confluence'],
    handle: contentReply('blogpost'),
  },
  {
    method: 'GET',
    path: /^\/api\/v2\/pages\/([^/]+)\/operations$/,
    scopes: contentScopes,
    handle: operationsReply('page'),
  },
  {
    method: 'GET',
    path: /^\/api\/v2\/blogposts\/([^/]+)\/operations$/,
    scopes: contentScopes,
    handle: operationsReply('blogpost'),
  },
  {
    method: 'GET',
    path: /^\/api\/v2\/(spaces)$/,
    scopes: ['read:space:confluence', 'read:confluence-space.summary'],
    handle: spacesReply,
  },
  {
    method: 'GET',
    path: /^\/api\/v2\/spaces\/([^/]+)$/,
    scopes: ['read:space:confluence', 'read:confluence-space.summary'],
    handle: spaceReply,
  },
  {
    method: 'POST',
    path: /^\/rest\/api\/content\/([^/]+)\/permission\/check$/,
    scopes: ['read:content.permission:confluence', 'read:confluence-content.permission'],
    handle: permissionCheck,
  },
];

/**
 * The product's reply to the request, or undefined for a path that is not modelled. 403 when the manifest declares
 * none of the scopes that the path needs. The prefix `/wiki` may be left out, as on the platform.
 */
export function handleRest(
  product: Product,
  actor: Actor,
  scopes: string[],
  request: { method: string; path: string; siteUrl: string; body: string },
): PlatformReply | undefined {
  const url = new URL(request.path, 'http://product.invalid');
  const path = url.pathname.replace(/^\/wiki(?=\/)/, '');
  const route = routes.find((entry) => entry.method === request.method && entry.path.test(path));
  if (!route) return undefined;
  if (!route.scopes.some((scope) => scopes.includes(scope))) {
    return restReply(403, {
      code: 403,
      message: `Unauthorized; scope does not match. One of: ${route.scopes.join(', ')}`,
    });
  }
  const body: unknown = request.body ? JSON.parse(request.body) : undefined;
  return route.handle({
    product,
    actor,
    id: decodeURIComponent(route.path.exec(path)![1]!),
    query: url.searchParams,
    siteUrl: request.siteUrl,
    body,
  });
}
