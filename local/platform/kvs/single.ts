import type { Clock } from '../../shared/clock';
import type { Limits } from '../limits';
import type { EntityTypes } from './entities';
import type { Meter } from './meter';
import { KvsRefusal, refused } from './refusal';
import type { DeleteRequest, GetRequest, MetadataField, SetRequest, Ttl } from './request';
import type { KeySpace, RecordStore, StoredRecord } from './kvs-store';
import { checkKey, expiryOf, storedForm } from './values';

/** What every operation of the store works with. */
export interface KvsParts {
  store: RecordStore;
  entities: EntityTypes;
  meter: Meter;
  limits: Limits;
  clock: Clock;
}

/** A record as the store's replies show it: metadata only as far as it was requested. */
export type Shown = { key: string; value: unknown; createdAt?: number; updatedAt?: number; expireTime?: string };

/** The place of open values, plain or of a declared entity. */
export function openPlace(entities: EntityTypes, entityName: string | undefined): KeySpace {
  return { space: 'open', entity: entityName === undefined ? '' : entities.get(entityName).name };
}

export const secretPlace: KeySpace = { space: 'secret', entity: '' };

export function shown({ key, json, created, updated, expires }: StoredRecord, fields: MetadataField[] = []): Shown {
  return {
    key,
    value: JSON.parse(json) as unknown,
    ...(fields.includes('CREATED_AT') && { createdAt: created }),
    ...(fields.includes('UPDATED_AT') && { updatedAt: updated }),
    ...(fields.includes('EXPIRE_TIME') && expires !== null && { expireTime: new Date(expires).toISOString() }),
  };
}

/**
 * The record under the key.
 * @throws KvsRefusal 404 `KEY_NOT_FOUND`, the one code that `@forge/kvs` turns into `undefined`.
 */
export function getOne(parts: KvsParts, place: KeySpace, { key, options }: GetRequest): Shown {
  checkKey(key, parts.limits);
  const record = parts.store.read(place, key);
  parts.meter.countRead(record?.json.length ?? 0);
  if (!record) throw new KvsRefusal(404, 'KEY_NOT_FOUND', 'There is no value under this key.');
  return shown(record, options?.metadataFields);
}

/**
 * Stores the value; returns the earlier or the new record where `returnValue` wants it and there is one.
 * @throws KvsRefusal 409 `KEY_CONFLICT` for `FAIL_IF_EXISTS` on a key that is taken, an expired one included.
 */
export function setOne(parts: KvsParts, place: KeySpace, request: SetRequest): Shown | undefined {
  const { key, value, options = {} } = request;
  const { keyPolicy = 'OVERRIDE', returnValue, returnMetadataFields } = options;
  if (returnValue && keyPolicy !== 'OVERRIDE') {
    throw refused('INVALID_KEY_POLICY_RETURN_VALUE_COMBINATION', 'returnValue needs the key policy OVERRIDE.');
  }
  const write = prepareWrite(parts, place, { key, value, ttl: options.ttl });
  parts.meter.countWrite(write.bytes);
  return parts.store.atomically(() => {
    const before = parts.store.read(place, key);
    if (before && keyPolicy === 'FAIL_IF_EXISTS') throw new KvsRefusal(409, 'KEY_CONFLICT', 'The key already exists.');
    const after = write.commit();
    const wanted = returnValue === 'PREVIOUS' ? before : after;
    return returnValue && wanted ? shown(wanted, returnMetadataFields) : undefined;
  });
}

export function deleteOne(parts: KvsParts, place: KeySpace, { key }: DeleteRequest): void {
  checkKey(key, parts.limits);
  parts.meter.countWrite(0);
  parts.store.remove(place, key);
}

/** A write that has been checked in full and not been made; `bytes` is what it weighs. */
export function prepareWrite(
  { store, entities, limits, clock }: KvsParts,
  place: KeySpace,
  { key, value, ttl }: { key: string; value?: unknown; ttl?: Ttl | undefined },
): { bytes: number; commit(): StoredRecord } {
  checkKey(key, limits);
  if (place.entity) entities.checkValue(place.entity, value);
  const json = storedForm(value, limits);
  const expires = expiryOf(ttl, clock.now(), limits);
  return { bytes: Buffer.byteLength(json), commit: () => store.write(place, key, json, expires) };
}
