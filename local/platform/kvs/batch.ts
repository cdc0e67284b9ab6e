import { KvsRefusal, refused } from './refusal';
import type { BatchSetItem, DeleteRequest, GetRequest } from './request';
import type { KvsParts, Shown } from './single';
import { deleteOne, getOne, openPlace, prepareWrite } from './single';

interface Named {
  key: string;
  entityName?: string | undefined;
}
interface BatchReply {
  successfulKeys: (Named & Partial<Shown>)[];
  failedKeys: (Named & { error: { code: string; message: string } })[];
}

/**
 * What came of each item on its own: a batch is best effort.
 * @throws KvsRefusal `INVALID_BATCH_REQUEST` for no item, more than 25 of them, or more than 4 MB in all.
 */
export function setBatch(parts: KvsParts, items: BatchSetItem[]): BatchReply {
  checkBytes(parts, items);
  return each(parts, items, (item) => {
    const { key, value, options } = item;
    const write = prepareWrite(parts, openPlace(parts.entities, item.entityName), { key, value, ttl: options?.ttl });
    parts.meter.countWrite(write.bytes);
    write.commit();
    return {};
  });
}

/** The records found; a key without one is among the failed, with `KEY_NOT_FOUND`. */
export function getBatch(parts: KvsParts, items: GetRequest[]): BatchReply {
  return each(parts, items, (item) => getOne(parts, openPlace(parts.entities, item.entityName), item));
}

export function deleteBatch(parts: KvsParts, items: DeleteRequest[]): BatchReply {
  return each(parts, items, (item) => {
    deleteOne(parts, openPlace(parts.entities, item.entityName), item);
    return {};
  });
}

function each<T extends Named>({ limits }: KvsParts, items: T[], work: (item: T) => Partial<Shown>): BatchReply {
  if (items.length < 1 || items.length > limits.operations) {
    throw refused('INVALID_BATCH_REQUEST', `A batch can have 1 to ${limits.operations} items, not ${items.length}.`);
  }
  const reply: BatchReply = { successfulKeys: [], failedKeys: [] };
  for (const item of items) {
    const name = { key: item.key, ...(item.entityName !== undefined && { entityName: item.entityName }) };
    try {
      reply.successfulKeys.push({ ...name, ...work(item) });
    } catch (error) {
      if (!(error instanceof KvsRefusal)) throw error;
      reply.failedKeys.push({ ...name, error: { code: error.code, message: error.message } });
    }
  }
  return reply;
}

function checkBytes({ limits }: KvsParts, items: BatchSetItem[]): void {
  const bytes = Buffer.byteLength(JSON.stringify(items));
  if (bytes > limits.batchBytes)
    throw refused('INVALID_BATCH_REQUEST', `The batch has ${bytes} bytes, more than ${limits.batchBytes}.`);
}
