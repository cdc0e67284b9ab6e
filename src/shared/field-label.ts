/** Words that are written in capitals. */
const capitals = new Set(['id', 'url', 'uri', 'api', 'ip', 'sku', 'upn', 'sid', 'dns', 'iban', 'vat', 'uuid', 'guid']);
/** The text of an XML element that has attributes too, which is what the element's own name says. */
const ownText = '#text';
/** Of a namespace, as in XML. */
const prefix = /^[A-Za-z_][\w.-]*:(?=[A-Za-z_])/;
const longest = 100;

/**
 * The label of the field that names and places lead to: `jobTitle` becomes "Job title", `address.city` "Address city", a place
 * "Column 1"; "Value" where nothing does.
 */
export function fieldLabel(path: readonly (string | number)[]): string {
  const named = path.filter((step, at) => at === 0 || step !== ownText);
  const words = named.flatMap((step) => (typeof step === 'number' ? ['column', String(step + 1)] : wordsOfLabel(step)));
  const label = words.join(' ').slice(0, longest);
  return label === '' ? 'Value' : label.charAt(0).toUpperCase() + label.slice(1);
}

/** Capitals in a name that has small letters too stand for something: `HTTPStatus` is "HTTP status". */
function wordsOfLabel(name: string): string[] {
  const keepsCapitals = /\p{Ll}/u.test(name);
  return writtenWords(name.replace(prefix, '')).map((word) => {
    if (capitals.has(word.toLowerCase())) return word.toUpperCase();
    const isAcronym = keepsCapitals && /^\p{Lu}[\p{Lu}\d]+$/u.test(word);
    return isAcronym ? word : word.toLowerCase();
  });
}

/** The words a name is made of, as they are written there. */
export function writtenWords(name: string): string[] {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
