import { fieldLabel, writtenWords } from '../../shared/field-label';
import { valueMember } from '../../panel/shape/rows-by-key';
import type { FieldPath } from './field-facts';

/** Names of objects that hold all that there is to say of a row, and say nothing themselves. */
const containers = new Set(
  'attributes content data document element entity fields item node object payload properties record source values'.split(
    ' ',
  ),
);

/**
 * Labels for fields, made of the names that lead to each: `jobTitle` becomes "Job title", `address.city` "Address city".
 * What leads to all of them is left out, and so are what holds everything in a row, and the word value where it is all of
 * something, as long as no two become the same.
 */
export function proposeLabels(paths: readonly FieldPath[]): string[] {
  const shared = sharedLength(paths);
  const shortened = paths.map((path) => {
    const shorter = withoutContainer(path.slice(shared));
    return isWholeValue(path, paths) && shorter.length > 1 ? shorter.slice(0, -1) : shorter;
  });
  const labels = shortened.map(fieldLabel);
  const isTwice = (label: string) => labels.indexOf(label) !== labels.lastIndexOf(label);
  return labels.map((label, at) => (isTwice(label) ? fieldLabel(paths[at]?.slice(shared) ?? []) : label));
}

/** Whether it is the `value` of something that has no other column. */
function isWholeValue(path: FieldPath, paths: readonly FieldPath[]): boolean {
  if (path.at(-1) !== 'value') return false;
  const holder = path.slice(0, -1);
  return paths.every((other) => other === path || holder.some((step, at) => other[at] !== step));
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
