import type { PlatformReply } from '../../runtime/wire';
import { contentReply, operationsReply, permissionCheck } from './rest-content';
import { spaceReply, spacesReply } from './rest-spaces';
import { currentUser, userReply } from './rest-users';
import type { Asker, Product } from './product';
import type { RestRequest } from './rest-reply';
import { restReply } from './rest-reply';

interface RestRoute {
  method: string;
  path: RegExp;
  /** Any one of these scopes lets the request through. */
  scopes: string[];
  answer(request: RestRequest): PlatformReply;
}

const contentScopes = ['read:page:confluence', 'read:confluence-content.all'];

/** The modelled part of the REST API; developer.atlassian.com/cloud/confluence/rest v1 and v2 name the scopes. */
const routes: RestRoute[] = [
  {
    method: 'GET',
    path: /^\/rest\/api\/user\/(current)$/,
    scopes: ['read:confluence-user', 'read:content-details:confluence'],
    answer: currentUser,
  },
  {
    method: 'GET',
    path: /^\/rest\/api\/(user)$/,
    scopes: ['read:confluence-user', 'read:content-details:confluence'],
    answer: userReply,
  },
  { method: 'GET', path: /^\/api\/v2\/pages\/([^/]+)$/, scopes: contentScopes, answer: contentReply('page') },
  {
    method: 'GET',
    path: /^\/api\/v2\/blogposts\/([^/]+)$/,
    scopes: [...contentScopes, 'read:blogpost:confluence'],
    answer: contentReply('blogpost'),
  },
  {
    method: 'GET',
    path: /^\/api\/v2\/pages\/([^/]+)\/operations$/,
    scopes: contentScopes,
    answer: operationsReply('page'),
  },
  {
    method: 'GET',
    path: /^\/api\/v2\/blogposts\/([^/]+)\/operations$/,
    scopes: contentScopes,
    answer: operationsReply('blogpost'),
  },
  {
    method: 'GET',
    path: /^\/api\/v2\/(spaces)$/,
    scopes: ['read:space:confluence', 'read:confluence-space.summary'],
    answer: spacesReply,
  },
  {
    method: 'GET',
    path: /^\/api\/v2\/spaces\/([^/]+)$/,
    scopes: ['read:space:confluence', 'read:confluence-space.summary'],
    answer: spaceReply,
  },
  {
    method: 'POST',
    path: /^\/rest\/api\/content\/([^/]+)\/permission\/check$/,
    scopes: ['read:content.permission:confluence', 'read:confluence-content.permission'],
    answer: permissionCheck,
  },
];

/**
 * The product's answer to the request, or undefined for a path that is not modelled. 403 when the manifest declares
 * none of the scopes that the path asks for. The prefix `/wiki` may be left out, as on the platform.
 */
export function answerRest(
  product: Product,
  asker: Asker,
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
  return route.answer({
    product,
    asker,
    id: decodeURIComponent(route.path.exec(path)![1]!),
    query: url.searchParams,
    siteUrl: request.siteUrl,
    body,
  });
}
