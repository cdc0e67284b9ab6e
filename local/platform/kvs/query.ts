import type { Entity } from '../../shared/manifest';
import { compare, fulfils, fulfilsAll } from './conditions';
import { refused } from './refusal';
import type { EntityQueryRequest, QueryRequest } from './request';
import type { KvsParts, Shown } from './single';
import { openPlace, shown } from './single';
import type { StoredRecord } from './kvs-store';

interface Page {
  data: Shown[];
  /** Absent on the last page. */
  cursor?: string;
}

/** A record with what the chosen index sorts by. */
interface Indexed {
  record: StoredRecord;
  attributes: Record<string, unknown>;
  position: unknown;
}

/** One page of the plain values whose key begins as requested, by key. Secrets and entities are never among them. */
export function queryKeys(parts: KvsParts, request: QueryRequest): Page {
  const { where, after, limit, options } = request;
  const start = where?.[0]?.values[0] ?? '';
  const records = parts.store.seenByQueries(openPlace(parts.entities, undefined));
  const matching = records.filter(({ key }) => key.startsWith(start));
  const indexed = matching.map((record) => ({ record, attributes: {}, position: record.key }));
  return page(parts, indexed, { requested: { start }, cursor: after, limit, fields: options?.metadataFields });
}

/**
 * One page of an entity's records by an index of the manifest, or by the built-in `by-key`.
 * @throws KvsRefusal `INVALID_INDEX` for an unknown index or a partition that does not fit it.
 */
export function queryEntity(parts: KvsParts, request: EntityQueryRequest): Page {
  const { entityName, range, filters, cursor, limit, options, ...rest } = request;
  const type = parts.entities.get(entityName);
  const index = indexOf(type, request);
  if (filters) parts.entities.checkConditions(entityName, filters, parts.limits.conditions);
  const sorted = parts.store
    .seenByQueries(openPlace(parts.entities, entityName))
    .map((record) => indexed(record, index.range))
    .filter(({ position, attributes }) => position !== undefined && index.inPartition(attributes))
    .filter(({ position }) => !range || fulfils(position, range))
    .filter(({ attributes }) => !filters || fulfilsAll(attributes, filters))
    .sort((a, b) => compare(a.position, b.position) || compare(a.record.key, b.record.key));
  if (request.sort === 'DESC') sorted.reverse();
  const requested = { rest, entityName, range, filters };
  const descending = request.sort === 'DESC';
  return page(parts, sorted, { requested, cursor, limit, fields: options?.metadataFields, descending });
}

function indexed(record: StoredRecord, range: string | undefined): Indexed {
  const attributes = JSON.parse(record.json) as Record<string, unknown>;
  return { record, attributes, position: range === undefined ? record.key : attributes[range] };
}

function indexOf(type: Entity, { indexName, partition = [] }: EntityQueryRequest) {
  const index =
    indexName === 'by-key' ? { partition: [], range: [] } : type.indexes.find(({ name }) => name === indexName);
  if (!index) throw refused('INVALID_INDEX', `The entity "${type.name}" has no index "${indexName}".`);
  if (index.partition.length !== partition.length) {
    throw refused('INVALID_INDEX', `The index "${indexName}" takes ${index.partition.length} partition values.`);
  }
  const inPartition = (attributes: Record<string, unknown>) =>
    index.partition.every((attribute, place) => attributes[attribute] === partition[place]);
  return { range: index.range[0], inPartition };
}

interface PageRequest {
  /** What the cursor belongs to: a cursor of another query is refused. */
  requested: unknown;
  cursor: string | undefined;
  limit: number | undefined;
  fields: Parameters<typeof shown>[1];
  descending?: boolean;
}

function page({ limits, meter }: KvsParts, records: Indexed[], request: PageRequest): Page {
  const { requested, cursor, limit, fields, descending = false } = request;
  const size = limit ?? limits.queryPageDefault;
  if (!Number.isInteger(size) || size < 1 || size > limits.queryPage) {
    throw refused(
      'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
      `A page can have 1 to ${limits.queryPage} records, not ${size}.`,
    );
  }
  const rest = cursor === undefined ? records : after(records, readCursor(cursor, requested), descending);
  const chosen = rest.slice(0, size);
  meter.countRead(chosen.reduce((bytes, { record }) => bytes + record.json.length, 0));
  const data = chosen.map(({ record }) => shown(record, fields));
  const last = chosen.at(-1);
  return rest.length > size && last ? { data, cursor: writeCursor(last, requested) } : { data };
}

function after(records: Indexed[], last: { position: unknown; key: string }, descending: boolean): Indexed[] {
  const order = (entry: Indexed) => compare(entry.position, last.position) || compare(entry.record.key, last.key);
  return records.filter((entry) => (descending ? order(entry) < 0 : order(entry) > 0));
}

function writeCursor({ position, record }: Indexed, requested: unknown): string {
  return Buffer.from(JSON.stringify({ requested: JSON.stringify(requested), position, key: record.key })).toString(
    'base64url',
  );
}

function readCursor(cursor: string, requested: unknown): { position: unknown; key: string } {
  try {
    const read = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as {
      requested: string;
      position: unknown;
      key: string;
    };
    if (read.requested === JSON.stringify(requested)) return read;
  } catch {
    // Not a cursor at all: refused below like one of another query.
  }
  throw refused('INVALID_CURSOR', 'The cursor does not belong to this query.');
}
