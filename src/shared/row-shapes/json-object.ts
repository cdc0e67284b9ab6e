export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether the value is an object and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the value is neither an object nor a list; null is plain too. */
export function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}
