import type { GenericSchema } from 'valibot';
import { Problem } from '../../src/shared/problem';
import { validate } from '../../src/resolvers/validate';

/** What validation says of the payload: path and sentence of each broken rule; empty where it passes. */
export function refusal(schema: GenericSchema, payload: unknown): [path: string, sentence: string][] {
  try {
    validate(schema, payload);
    return [];
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid-input') throw error;
    return (error.details.fields ?? []).map(({ path, message }) => [path, message]);
  }
}

/** A copy of JSON in which the value at the dotted path is another; undefined leaves it out. */
export function withValueAt(json: unknown, path: string, value: unknown): unknown {
  const [name, ...rest] = path.split('.');
  if (name === undefined || path === '') return value;
  const inner = (json as Record<string, unknown>)[name];
  const changed = withValueAt(inner, rest.join('.'), value);
  if (Array.isArray(json)) return json.map((each: unknown, index) => (String(index) === name ? changed : each));
  return { ...(json as object), [name]: changed };
}
