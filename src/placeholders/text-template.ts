import type { ValuesByName } from './values';
import { parseReference, type Reference, valueOfReference } from './reference';

/** `{$.key}` or `{$.a || $.b}`; every other brace stands for itself. */
const placeholder = /\{\s*(\$[^{}]*)\}/g;

/**
 * The text with the values of panel variables and of Confluence in place of `{$.key}` and `{$.a || $.b}`. What has no
 * value becomes nothing; what is not written like a variable stays as it is.
 * `write` makes what stands in the text out of a value, which is the value itself where it is absent.
 */
export function bindText(text: string, values: ValuesByName, write = (value: string) => value): string {
  return text.replace(placeholder, (whole, inner: string) => {
    const reference = parseReference(inner);
    return reference ? write(valueOfReference(reference, values)) : whole;
  });
}

/** The variables that the text refers to, in its order. */
export function referencesIn(text: string): Reference[] {
  return Array.from(text.matchAll(placeholder), ([, inner = '']) => parseReference(inner)).filter(
    (reference) => reference !== undefined,
  );
}

/** What is wrong with the variables that the text refers to, as plain sentences; `isKnown` is applied to each path. */
export function referenceRefusals(text: string, isKnown: (path: string) => boolean): string[] {
  return Array.from(text.matchAll(placeholder)).flatMap(([whole, inner = '']) => {
    const reference = parseReference(inner);
    if (!reference)
      return [`${whole} is not a variable. Write {$.key}, or {$.a || $.b} for the first that has a value.`];
    const unknown = reference.filter((path) => !isKnown(path));
    return unknown.map((path) => `There is no variable $.${path}. Add it to the panel, or remove it here.`);
  });
}
