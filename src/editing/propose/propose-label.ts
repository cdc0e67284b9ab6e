import { valueMember } from '../../panel/shape/rows-by-key';
import type { FieldPath } from './field-facts';

/** Words that are written in capitals. */
const capitals = new Set(['id', 'url', 'uri', 'api', 'ip', 'sku', 'upn', 'sid', 'dns', 'iban', 'vat', 'uuid', 'guid']);
/** Names of objects that hold all that there is to say of a row, and say nothing themselves. */
const containers = new Set(
  'attributes content data document element entity fields item node object payload properties record source values'.split(
    ' ',
  ),
);
/** The text of an XML element that has attributes too, which is what the element's own name says. */
const ownText = '#text';
const longest = 100;

/**
 * Labels for fields, made of the names that lead to each: `jobTitle` becomes "Job title", `address.city` "Address city".
 * What leads to all of them is left out, and so is what holds everything in a row, as long as no two become the same.
 */
export function proposeLabels(paths: readonly FieldPath[]): string[] {
  const shared = sharedLength(paths);
  const shortened = paths.map((path) => withoutContainer(path.slice(shared)));
  const labels = shortened.map(proposeLabel);
  const isTwice = (label: string) => labels.indexOf(label) !== labels.lastIndexOf(label);
  return labels.map((label, at) => (isTwice(label) ? proposeLabel(paths[at]?.slice(shared) ?? []) : label));
}

/** How many steps all paths have in common, never all of one. */
function sharedLength(paths: readonly FieldPath[]): number {
  const [first = [], ...others] = paths;
  if (others.length === 0) return 0;
  const isShared = (at: number) => others.every((path) => path.length > at + 1 && path[at] === first[at]);
  let length = 0;
  while (first.length > length + 1 && isShared(length)) length++;
  return length;
}

function withoutContainer(path: FieldPath): FieldPath {
  const [first] = path;
  if (path.length < 2 || typeof first !== 'string') return path;
  if (first === valueMember) return path.slice(1);
  const [word = '', ...others] = writtenWords(first);
  return others.length === 0 && containers.has(word.toLowerCase()) ? path.slice(1) : path;
}

/** The label of one field. */
export function proposeLabel(path: FieldPath): string {
  const named = path.filter((step, at) => at === 0 || step !== ownText);
  const words = named.flatMap((step) => (typeof step === 'number' ? ['column', String(step + 1)] : wordsOfLabel(step)));
  const label = words.join(' ').slice(0, longest);
  return label === '' ? 'Value' : label.charAt(0).toUpperCase() + label.slice(1);
}

/** Capitals in a name that has small letters too stand for something: `HTTPStatus` is "HTTP status". */
function wordsOfLabel(name: string): string[] {
  const keepsCapitals = /\p{Ll}/u.test(name);
  return writtenWords(name).map((word) => {
    if (capitals.has(word.toLowerCase())) return word.toUpperCase();
    const isAcronym = keepsCapitals && /^\p{Lu}[\p{Lu}\d]+$/u.test(word);
    return isAcronym ? word : word.toLowerCase();
  });
}

/** The words a name is made of, as they are written there. */
export function writtenWords(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
