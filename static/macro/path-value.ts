/**
 * What stands in a record at a path of names, the fallback where nothing does. It takes the place of `get` of lodash in the
 * translator that comes with the bridge, which the macro has no use for.
 */
export default function pathValue(record: unknown, path: readonly string[], fallback: unknown): unknown {
  let value = record;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return fallback;
    value = (value as Record<string, unknown>)[name];
  }
  return value ?? fallback;
}
