import type { VariableValues } from './contract';
import { parseUrl } from './parse-url';

/** All our parameters in a page's address begin so; those of one macro among several go on with its local id. */
export const linkPrefix = 'xd.';
const longestValue = 1000;
const ofVariable = /^(?:[^.]+\.)?value\.([^.]+)$/;

/**
 * The values that a shared link of any macro gives the variables of these keys, the first for each; empty for a text that is no
 * such link.
 */
export function valuesInLink(address: string, keys: readonly string[]): VariableValues {
  const values: VariableValues = {};
  for (const [name, value] of parseUrl(address.trim())?.searchParams ?? []) {
    const [, key] = (name.startsWith(linkPrefix) && ofVariable.exec(name.slice(linkPrefix.length))) || [];
    if (key === undefined || !keys.includes(key) || Object.hasOwn(values, key) || value.length > longestValue) continue;
    values[key] = value;
  }
  return values;
}
