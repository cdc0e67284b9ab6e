import { compileSelector } from '../../selectors/selector';

/**
 * How many items a page holds: the length of the list that the selector leads to, or how many values it finds; without a
 * selector the longest list in the response itself, its members or theirs. Before any filter of a panel, which says
 * nothing about whether the page was empty.
 * @throws Problem `selector-invalid`
 */
export function countItems(selector: string, document: unknown): number {
  if (selector.trim() === '') return longestList(document, 2);
  const found = compileSelector(selector).select(document);
  const [only] = found;
  return found.length === 1 && Array.isArray(only) ? only.length : found.length;
}

function longestList(value: unknown, levels: number): number {
  if (Array.isArray(value)) return value.length;
  if (typeof value !== 'object' || value === null || levels < 0) return 0;
  return Object.values(value).reduce<number>(
    (longest, member) => Math.max(longest, longestList(member, levels - 1)),
    0,
  );
}
