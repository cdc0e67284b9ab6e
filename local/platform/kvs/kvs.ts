import type { PlatformReply, PlatformRequest } from '../../runtime/wire';
import { deleteBatch, getBatch, setBatch } from './batch';
import { queryEntity, queryKeys } from './query';
import { KvsRefusal } from './refusal';
import { bodies, parseBody } from './request';
import type { KvsParts } from './single';
import { deleteOne, getOne, openPlace, secretPlace, setOne } from './single';
import { transact } from './transaction';

type Route = (parts: KvsParts, body: unknown) => unknown;

const routes: Record<string, Route> = {
  get: (parts, body) => getOne(parts, openPlace(parts.entities, undefined), parseBody(bodies.get, body)),
  set: (parts, body) => setOne(parts, openPlace(parts.entities, undefined), parseBody(bodies.set, body)),
  delete: (parts, body) => deleteOne(parts, openPlace(parts.entities, undefined), parseBody(bodies.delete, body)),
  'secret/get': (parts, body) => getOne(parts, secretPlace, parseBody(bodies.get, body)),
  'secret/set': (parts, body) => setOne(parts, secretPlace, parseBody(bodies.set, body)),
  'secret/delete': (parts, body) => deleteOne(parts, secretPlace, parseBody(bodies.delete, body)),
  'entity/get': (parts, body) => {
    const request = parseBody(bodies.get, body);
    return getOne(parts, openPlace(parts.entities, request.entityName ?? ''), request);
  },
  'entity/set': (parts, body) => {
    const request = parseBody(bodies.set, body);
    return setOne(parts, openPlace(parts.entities, request.entityName ?? ''), request);
  },
  'entity/delete': (parts, body) => {
    const request = parseBody(bodies.delete, body);
    return deleteOne(parts, openPlace(parts.entities, request.entityName ?? ''), request);
  },
  query: (parts, body) => queryKeys(parts, parseBody(bodies.query, body)),
  'entity/query': (parts, body) => queryEntity(parts, parseBody(bodies.entityQuery, body)),
  'batch/get': (parts, body) => getBatch(parts, parseBody(bodies.batchGet, body)),
  'batch/set': (parts, body) => setBatch(parts, parseBody(bodies.batchSet, body)),
  'batch/delete': (parts, body) => deleteBatch(parts, parseBody(bodies.batchDelete, body)),
  transaction: (parts, body) => transact(parts, parseBody(bodies.transaction, body)),
};

/**
 * The store's reply to a call of `@forge/kvs`: 200 with JSON, 204, or a refusal's status with `{code, message}`;
 * undefined for a path the store does not know. Needs the scope `storage:app`.
 */
export function handleKvs(parts: KvsParts, scopes: string[], request: PlatformRequest): PlatformReply | undefined {
  const route = routes[request.path.replace(/^\/api\/v1\//, '')];
  if (!route || request.method !== 'POST') return undefined;
  if (!scopes.includes('storage:app'))
    return json(403, { code: 'FORBIDDEN', message: 'The scope storage:app is missing.' });
  try {
    parts.meter.countRequest();
    const reply = route(parts, JSON.parse(Buffer.from(request.body ?? []).toString() || 'null'));
    return reply === undefined ? { status: 204 } : json(200, reply);
  } catch (error) {
    if (!(error instanceof KvsRefusal)) throw error;
    return json(error.status, { code: error.code, message: error.message });
  }
}

function json(status: number, body: unknown): PlatformReply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
