import * as v from 'valibot';
import type { PlatformReply } from '../../runtime/wire';
import type { Product } from './product';
import type { ProductContent } from './seed';
import type { RestRequest } from './rest-reply';
import { notFound, restReply } from './rest-reply';

const idPattern = /^\d{1,20}$/;

/** `GET /wiki/api/v2/pages/{id}` and its sibling for blog posts: 404 without permission, drafts only with `get-draft`. */
export function contentReply(kind: ProductContent['kind']) {
  return ({ product, actor, id, query, siteUrl }: RestRequest): PlatformReply => {
    if (!idPattern.test(id)) return badId(id);
    const content = product.content(id);
    const wanted = content?.kind === kind && (content.status === 'current' || query.get('get-draft') === 'true');
    return content && wanted && product.canRead(actor, content)
      ? restReply(200, described(content, siteUrl))
      : notFound();
  };
}

/** `GET /wiki/api/v2/pages/{id}/operations` and its sibling for blog posts: what the caller may do with the content. */
export function operationsReply(kind: ProductContent['kind']) {
  return ({ product, actor, id }: RestRequest): PlatformReply => {
    if (!idPattern.test(id)) return badId(id);
    const content = product.content(id);
    if (content?.kind !== kind || !product.canRead(actor, content)) return notFound();
    const names = product.canUpdate(actor, content) ? ['read', 'update', 'delete'] : ['read'];
    return restReply(200, { operations: names.map((operation) => ({ operation, targetType: kind })) });
  };
}

const checkSchema = v.object({
  subject: v.object({ type: v.literal('user'), identifier: v.string() }),
  operation: v.picklist(['read', 'update', 'delete']),
});

/** `POST /rest/api/content/{id}/permission/check`, which `authorize()` of `@forge/api` calls. */
export function permissionCheck({ product, id, body }: RestRequest): PlatformReply {
  const requested = v.safeParse(checkSchema, body);
  if (!requested.success) return restReply(400, { message: v.summarize(requested.issues) });
  const content = product.content(id);
  if (!content) return notFound();
  const { subject, operation } = requested.output;
  return restReply(200, { hasPermission: mayDo(product, subject.identifier, operation, content), errors: [] });
}

function mayDo(product: Product, accountId: string, operation: string, content: ProductContent): boolean {
  const user = product.user(accountId);
  if (!user) return false;
  return operation === 'read' ? product.canRead(user, content) : product.canUpdate(user, content);
}

function described(
  { id, status, title, spaceId, authorId, createdAt, version }: ProductContent,
  siteUrl: string,
): Record<string, unknown> {
  return {
    id,
    status,
    title,
    spaceId,
    authorId,
    ownerId: authorId,
    createdAt,
    version: { number: version, createdAt },
    _links: { base: `${siteUrl}/wiki` },
  };
}

function badId(id: string): PlatformReply {
  const title = `Provided value {${id.slice(0, 40)}} for 'id' is not the correct type. Expected type is long`;
  return restReply(400, { errors: [{ status: 400, code: 'INVALID_REQUEST_PARAMETER', title }] });
}
