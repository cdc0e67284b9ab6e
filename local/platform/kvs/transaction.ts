import { fulfilsAll } from './conditions';
import { KvsRefusal, refused } from './refusal';
import type { Conditions, TransactionRequest } from './request';
import type { KvsParts } from './single';
import { openPlace, prepareWrite } from './single';
import { checkKey } from './values';

interface Operation {
  key: string;
  entityName?: string | undefined;
  conditions?: Conditions | undefined;
}

/**
 * Makes all changes of the transaction or none.
 * @throws KvsRefusal `INVALID_TRANSACTION_REQUEST` for no operation, more than 25, more than 4 MB, a key named twice or
 * conditions on a plain key; 409 `CONDITIONAL_CHECK_FAILED` when a condition does not hold. That status is not
 * documented; it is the one of the store's other conflict.
 */
export function transact(parts: KvsParts, request: TransactionRequest): void {
  const operations: Operation[] = [...request.set, ...request.delete, ...request.check];
  checkOperations(parts, operations);
  const writes = request.set.map(({ key, entityName, value, options }) =>
    prepareWrite(parts, openPlace(parts.entities, entityName), { key, value, ttl: options?.ttl }),
  );
  checkBytes(
    parts,
    writes.map(({ bytes }) => bytes),
  );
  parts.store.atomically(() => {
    for (const operation of operations) checkConditions(parts, operation);
    for (const write of writes) write.commit();
    for (const { key, entityName } of request.delete) parts.store.remove(openPlace(parts.entities, entityName), key);
  });
}

function checkOperations({ limits, entities }: KvsParts, operations: Operation[]): void {
  const invalid = (message: string) => refused('INVALID_TRANSACTION_REQUEST', message);
  const { length } = operations;
  if (length < 1 || length > limits.operations)
    throw invalid(`A transaction can have 1 to ${limits.operations} operations, not ${length}.`);
  const named = new Set(operations.map(({ key, entityName }) => JSON.stringify([entityName, key])));
  if (named.size < length) throw invalid('A transaction names each key once.');
  for (const { key, entityName, conditions } of operations) {
    checkKey(key, limits);
    if (conditions && entityName === undefined) throw invalid('Only custom entities take conditions.');
    if (conditions && entityName !== undefined) entities.checkConditions(entityName, conditions, limits.conditions);
  }
}

function checkBytes({ limits, meter }: KvsParts, sizes: number[]): void {
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  if (bytes > limits.batchBytes) {
    throw refused('INVALID_TRANSACTION_REQUEST', `The transaction has ${bytes} bytes, more than ${limits.batchBytes}.`);
  }
  meter.countWrite(bytes);
}

function checkConditions({ store, entities }: KvsParts, { key, entityName, conditions }: Operation): void {
  if (!conditions) return;
  const record = store.read(openPlace(entities, entityName), key);
  const attributes = record ? (JSON.parse(record.json) as Record<string, unknown>) : {};
  if (fulfilsAll(attributes, conditions)) return;
  throw new KvsRefusal(409, 'CONDITIONAL_CHECK_FAILED', `A condition on the key "${key}" is not met.`);
}
