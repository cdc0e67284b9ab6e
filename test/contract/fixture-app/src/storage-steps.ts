import { Filter, ForgeKvsAPIError, kvs } from '@forge/kvs';

/** One call of `@forge/kvs`: the method's name and its arguments, in the order of the package's own signature. */
export type Step = [method: string, ...args: unknown[]];
interface Conditions {
  and?: [string, object][];
  or?: [string, object][];
}
type Method = (...args: never[]) => Promise<unknown>;

/** What each step yields, in order: its result, or the code and HTTP status of its refusal. */
export async function runSteps(steps: Step[]): Promise<unknown[]> {
  const results: unknown[] = [];
  for (const step of steps) results.push(await run(step).catch(refusal));
  return results;
}

function refusal(error: unknown): unknown {
  if (!(error instanceof ForgeKvsAPIError)) throw error;
  return { refused: error.code, status: error.responseDetails.status };
}

async function run([method, ...args]: Step): Promise<unknown> {
  if (method === 'query') return query(args[0] as Record<string, never>);
  if (method === 'transact') return transact(args[0] as Record<string, never>);
  const [target, name] = method.startsWith('entity.')
    ? [kvs.entity(String(args.shift())), method.slice(7)]
    : [kvs, method];
  if (name === 'query') return entityQuery(target as ReturnType<typeof kvs.entity>, args[0] as Record<string, never>);
  return (target as unknown as Record<string, Method>)[name]!(...(args as never[]));
}

function query({ where, limit, cursor, metadataFields }: Record<string, never>): Promise<unknown> {
  const builder = kvs.query(metadataFields ? { metadataFields } : undefined);
  if (where) builder.where('key', where);
  if (limit) builder.limit(limit);
  if (cursor) builder.cursor(cursor);
  return builder.getMany();
}

function entityQuery(entity: ReturnType<typeof kvs.entity>, asked: Record<string, never>): Promise<unknown> {
  const builder = entity
    .query()
    .index(asked['index']!, asked['partition'] ? { partition: asked['partition'] } : undefined);
  if (asked['where']) builder.where(asked['where']);
  if (asked['filters']) builder.filters(filterOf(asked['filters']) as never);
  if (asked['sort']) builder.sort(asked['sort']);
  if (asked['limit']) builder.limit(asked['limit']);
  if (asked['cursor']) builder.cursor(asked['cursor']);
  return builder.getMany();
}

function transact({ set = [], remove = [], check = [] }: Record<string, never[]>): Promise<unknown> {
  const transaction = kvs.transact();
  for (const [key, value, entity, options] of set as [string, never, never?, never?][]) {
    transaction.set(key, value, entity && entityOf(entity), options);
  }
  for (const [key, entity] of remove as [string, never?][]) transaction.delete(key, entity && entityOf(entity));
  for (const [key, entity] of check as [string, never][]) transaction.check(key, entityOf(entity));
  return transaction.execute();
}

function entityOf({ entityName, conditions }: { entityName: string; conditions?: Conditions }): never {
  return { entityName, ...(conditions && { conditions: filterOf(conditions) }) } as never;
}

function filterOf({ and = [], or = [] }: Conditions): unknown {
  const start = new Filter() as unknown as Record<'and' | 'or', (field: string, condition: object) => typeof start>;
  const withAnd = and.reduce((filter, [field, condition]) => filter.and(field, condition), start);
  return or.reduce((filter, [field, condition]) => filter.or(field, condition), withAnd);
}
