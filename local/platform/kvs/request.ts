import * as v from 'valibot';
import { refused } from './refusal';

const metadata = v.picklist(['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME']);
const ttl = v.strictObject({ value: v.number(), unit: v.picklist(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']) });
const getOptions = v.strictObject({ metadataFields: v.optional(v.array(metadata)) });
const ttlOnly = v.strictObject({ ttl: v.optional(ttl) });
const setOptions = v.strictObject({
  ttl: v.optional(ttl),
  keyPolicy: v.optional(v.picklist(['OVERRIDE', 'FAIL_IF_EXISTS'])),
  returnValue: v.optional(v.picklist(['PREVIOUS', 'LATEST'])),
  returnMetadataFields: v.optional(v.array(metadata)),
});
const key = v.string();
const entityName = v.optional(v.string());
const value = v.optional(v.unknown());
const conditionParts = {
  condition: v.picklist([
    'BEGINS_WITH',
    'BETWEEN',
    'CONTAINS',
    'NOT_CONTAINS',
    'EQUAL_TO',
    'NOT_EQUAL_TO',
    'EXISTS',
    'NOT_EXISTS',
    'GREATER_THAN',
    'GREATER_THAN_EQUAL_TO',
    'LESS_THAN',
    'LESS_THAN_EQUAL_TO',
  ]),
  values: v.pipe(v.array(v.union([v.string(), v.number(), v.boolean()])), v.minLength(1), v.maxLength(2)),
};
const rangeCondition = v.strictObject(conditionParts);
const condition = v.strictObject({ property: v.string(), ...conditionParts });
const conditions = v.union([v.strictObject({ and: v.array(condition) }), v.strictObject({ or: v.array(condition) })]);
const keyStart = v.strictObject({
  property: v.literal('key'),
  condition: v.literal('BEGINS_WITH'),
  values: v.tuple([v.string()]),
});
const list = <T extends v.GenericSchema>(item: T) => v.optional(v.array(item), []);

/** Bodies of the store's requests, as `@forge/kvs` 1.6 sends them. */
export const bodies = {
  get: v.strictObject({ key, entityName, options: v.optional(getOptions) }),
  set: v.strictObject({ key, entityName, value, options: v.optional(setOptions) }),
  delete: v.strictObject({ key, entityName }),
  query: v.strictObject({
    limit: v.optional(v.number()),
    after: v.optional(v.string()),
    where: v.optional(v.pipe(v.array(keyStart), v.maxLength(1))),
    options: v.optional(getOptions),
  }),
  entityQuery: v.strictObject({
    entityName: v.string(),
    indexName: v.string(),
    partition: v.optional(v.array(v.unknown())),
    range: v.optional(rangeCondition),
    filters: v.optional(conditions),
    sort: v.optional(v.picklist(['ASC', 'DESC'])),
    cursor: v.optional(v.string()),
    limit: v.optional(v.number()),
    options: v.optional(getOptions),
  }),
  batchGet: v.array(v.strictObject({ key, entityName, options: v.optional(getOptions) })),
  batchSet: v.array(v.strictObject({ key, entityName, value, options: v.optional(ttlOnly) })),
  batchDelete: v.array(v.strictObject({ key, entityName })),
  transaction: v.strictObject({
    set: list(
      v.strictObject({ key, entityName, value, conditions: v.optional(conditions), options: v.optional(ttlOnly) }),
    ),
    delete: list(v.strictObject({ key, entityName, conditions: v.optional(conditions) })),
    check: list(v.strictObject({ key, entityName, conditions })),
  }),
};

export type Conditions = v.InferOutput<typeof conditions>;
export type Condition = v.InferOutput<typeof rangeCondition>;
export type Ttl = v.InferOutput<typeof ttl>;
export type MetadataField = v.InferOutput<typeof metadata>;
export type GetRequest = v.InferOutput<typeof bodies.get>;
export type SetRequest = v.InferOutput<typeof bodies.set>;
export type DeleteRequest = v.InferOutput<typeof bodies.delete>;
export type QueryRequest = v.InferOutput<typeof bodies.query>;
export type EntityQueryRequest = v.InferOutput<typeof bodies.entityQuery>;
export type BatchSetItem = v.InferOutput<typeof bodies.batchSet>[number];
export type TransactionRequest = v.InferOutput<typeof bodies.transaction>;

/**
 * The body, checked against its schema.
 * @throws KvsRefusal `INVALID_REQUEST` that names the part that does not fit.
 */
export function parseBody<T>(schema: v.GenericSchema<unknown, T>, body: unknown): T {
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  throw refused('INVALID_REQUEST', v.summarize(parsed.issues));
}
