import type { PlatformReply } from '../../runtime/wire';
import type { ProductUser } from './seed';
import { anonymousId } from './seed';
import type { RestRequest } from './rest-reply';
import { notFound, restReply, unmodelledParameter } from './rest-reply';

/** `GET /wiki/rest/api/user/current`; with `expand=operations` also what the caller may do in the application. */
export function currentUser({ product, actor, query }: RestRequest): PlatformReply {
  if (actor === 'app')
    return restReply(200, { type: 'known', accountId: 'app', accountType: 'app', displayName: 'App' });
  const wanted = (query.get('expand') ?? '').split(',').filter(Boolean);
  const unknown = wanted.find((name) => name !== 'operations');
  if (unknown !== undefined) return unmodelledParameter('GET /rest/api/user/current', `expand=${unknown}`);
  const names = product.isAdmin(actor) ? ['use', 'administer'] : ['use'];
  const operations = names.map((operation) => ({ operation, targetType: 'application' }));
  return restReply(200, { ...described(actor), ...(wanted.length > 0 && { operations }) });
}

/** `GET /wiki/rest/api/user?accountId=`. */
export function userReply({ product, query }: RestRequest): PlatformReply {
  const user = product.user(query.get('accountId') ?? '');
  return user && user.accountId !== anonymousId ? restReply(200, described(user)) : notFound();
}

/** `GET /wiki/rest/api/audit/retention`, for Confluence admins alone. */
export function retentionReply({ product, actor }: RestRequest): PlatformReply {
  const isAdmin = actor !== 'app' && product.isAdmin(actor);
  return isAdmin
    ? restReply(200, { number: 3, units: 'YEARS' })
    : restReply(403, { statusCode: 403, message: 'Only Confluence admins may see the audit log.' });
}

function described({ accountId, displayName, email }: ProductUser): Record<string, unknown> {
  if (accountId === anonymousId) return { type: 'anonymous', displayName };
  return { type: 'known', accountId, accountType: 'atlassian', email, publicName: displayName, displayName };
}
