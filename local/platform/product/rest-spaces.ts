import type { PlatformReply } from '../../runtime/wire';
import type { ProductSpace } from './seed';
import type { RestRequest } from './rest-reply';
import { notFound, restReply } from './rest-reply';

const defaultLimit = 25;
const maxLimit = 250;

/** `GET /wiki/api/v2/spaces`: the spaces the caller may see, by cursor, filtered by `ids` and `keys`. */
export function spacesReply({ product, actor, query }: RestRequest): PlatformReply {
  const limit = Number(query.get('limit') ?? defaultLimit);
  if (!Number.isInteger(limit) || limit < 1 || limit > maxLimit)
    return restReply(400, { message: 'limit is out of range' });
  const [ids, keys] = [listOf(query, 'ids'), listOf(query, 'keys')];
  const after = Number(Buffer.from(query.get('cursor') ?? '', 'base64url').toString() || 0);
  const matching = product.spaces
    .filter((space) => product.canReadSpace(actor, space) && Number(space.id) > after)
    .filter(({ id, key }) => (ids.length === 0 || ids.includes(id)) && (keys.length === 0 || keys.includes(key)))
    .sort((a, b) => Number(a.id) - Number(b.id));
  const results = matching.slice(0, limit);
  const more = matching.length > limit;
  return restReply(200, {
    results: results.map(described),
    _links: more ? { next: nextLink(query, results.at(-1)!) } : {},
  });
}

/** `GET /wiki/api/v2/spaces/{id}`. */
export function spaceReply({ product, actor, id }: RestRequest): PlatformReply {
  const space = product.space(id);
  return space && product.canReadSpace(actor, space) ? restReply(200, described(space)) : notFound();
}

function nextLink(query: URLSearchParams, { id }: ProductSpace): string {
  const next = new URLSearchParams(query);
  next.set('cursor', Buffer.from(id).toString('base64url'));
  return `/wiki/api/v2/spaces?${next}`;
}

function listOf(query: URLSearchParams, name: string): string[] {
  return query.getAll(name).flatMap((value) => value.split(','));
}

function described({ id, key, name }: ProductSpace): Record<string, unknown> {
  return { id, key, name, type: 'global', status: 'current' };
}
