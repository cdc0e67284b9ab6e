import { compileSelector } from '../../selectors/selector';

/**
 * The items of a page: the list that the selector leads to, or the values it finds; without a selector the longest list
 * in the response itself, its members or theirs. Before any filter of a panel, which says nothing about whether the page
 * was empty.
 * @throws Problem `selector-invalid`
 */
export function pageItems(selector: string, document: unknown): readonly unknown[] {
  if (selector.trim() === '') return longestList(document, 2) ?? [];
  const found = compileSelector(selector).select(document);
  const [only] = found;
  return found.length === 1 && Array.isArray(only) ? only : found;
}

/** How many items a page holds. */
export function countItems(selector: string, document: unknown): number {
  return pageItems(selector, document).length;
}

/** Whether a page has lists near its top, and nothing in any of them. */
export function isEmptyPage(document: unknown): boolean {
  return longestList(document, 2)?.length === 0;
}

function longestList(value: unknown, levels: number): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (typeof value !== 'object' || value === null || levels < 0) return undefined;
  return Object.values(value).reduce<readonly unknown[] | undefined>((longest, member) => {
    const list = longestList(member, levels - 1);
    return list && (!longest || list.length > longest.length) ? list : longest;
  }, undefined);
}
