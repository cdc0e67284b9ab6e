import type { RequestVariable } from '../shared/contract';

/** Values of a request's variables by name; those that are not given have their default. */
export type RequestValues = Readonly<Record<string, string>>;

/** The value of each variable: the given one, else its default. Given values of other names are left out. */
export function resolvedValues(variables: readonly RequestVariable[], given: RequestValues): Record<string, string> {
  return Object.fromEntries(
    variables.map(({ name, defaultValue }) => [name, (Object.hasOwn(given, name) && given[name]) || defaultValue]),
  );
}
