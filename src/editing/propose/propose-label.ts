import type { FieldPath } from './field-facts';

/** Words that are written in capitals. */
const capitals = new Set(['id', 'url', 'uri', 'api', 'ip', 'sku', 'upn', 'sid', 'dns', 'iban', 'vat', 'uuid', 'guid']);

/** The text of an XML element that has attributes too, which is what the element's own name says. */
const ownText = '#text';

/** A label made of the names that lead to a field: `jobTitle` becomes "Job title", `address.city` "Address city". */
export function proposeLabel(path: FieldPath): string {
  const words = path
    .filter((step, at) => at === 0 || step !== ownText)
    .flatMap((step) => (typeof step === 'number' ? ['column', String(step + 1)] : writtenWords(step)))
    .map(capitalise);
  const label = words.join(' ').slice(0, 100);
  return label === '' ? 'Value' : label.charAt(0).toUpperCase() + label.slice(1);
}

/** The words a name is made of, as they are written there. */
export function writtenWords(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function capitalise(word: string): string {
  const small = word.toLowerCase();
  return capitals.has(small) ? small.toUpperCase() : small;
}
