import type { FieldFacts } from './field-facts';

/** More than these are no list to choose from. */
const mostValues = 100;
const longestValue = 100;
/** Of all columns together; a proposal travels with the response beside it. */
const mostCharacters = 20_000;

/** The different texts of a field in the order they first appear; undefined where they are many, long, or not the only values. */
function fewValues({ texts, present, samples }: FieldFacts): string[] | undefined {
  if (texts !== present || texts === 0) return undefined;
  const values = new Set<string>();
  for (const value of samples) {
    if (value.length > longestValue || values.size >= mostValues) return undefined;
    values.add(value);
  }
  return [...values];
}

/** The different texts of each field that has few of them, by the selector of its column, as far as there is room. */
export function valuesOfFields(fields: readonly { selector: string; facts: FieldFacts }[]): Record<string, string[]> {
  let left = mostCharacters;
  const found: [string, string[]][] = [];
  for (const { selector, facts } of fields) {
    const values = fewValues(facts);
    const characters = values?.join('').length ?? 0;
    if (!values || characters > left) continue;
    left -= characters;
    found.push([selector, values]);
  }
  return Object.fromEntries(found);
}
