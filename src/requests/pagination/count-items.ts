import { compileSelector } from '../../selectors/selector';
import { isElement } from '../../xml-element';
import { membersOf } from '../../shared/row-shapes/members';
import { isHolder, placeAt } from '../more/rows-place';

/**
 * The items of a page: the list that the items selector leads to, or the values it finds; without one, what stands at the
 * place of the rows; without either, the longest list in the response itself, its members or theirs. Before any filter of a
 * panel, which says nothing about whether the page was empty.
 * @throws Problem `selector-invalid`
 */
export function pageItems(itemsSelector: string, document: unknown, rowsSelector = ''): readonly unknown[] {
  if (itemsSelector.trim() !== '') return itemsAt(itemsSelector, document);
  return rowsSelector.trim() === '' ? (longestList(document, 2) ?? []) : entriesAt(rowsSelector, document);
}

function itemsAt(selector: string, document: unknown): readonly unknown[] {
  const found = compileSelector(selector).select(document);
  const [only] = found;
  return found.length === 1 && Array.isArray(only) ? only : found;
}

/**
 * A selector that begins with no place, such as `$..rows`, finds the entries itself. Where the rows are one object, the pages
 * are those of a list beside it.
 */
function entriesAt(rowsSelector: string, document: unknown): readonly unknown[] {
  const place = placeAt(document, rowsSelector);
  if (!place) return itemsAt(rowsSelector, document);
  const { rows, count } = place;
  if (Array.isArray(rows)) return rows as unknown[];
  if (isElement(rows) || !isHolder(rows)) return [rows];
  return count === 1 ? (longestList(document, 2) ?? [rows]) : membersOf(rows).values;
}

/** How many items a page holds, as `pageItems` finds them. */
export function countItems(itemsSelector: string, document: unknown, rowsSelector = ''): number {
  return pageItems(itemsSelector, document, rowsSelector).length;
}

/**
 * Whether a page has its list of rows, and nothing in it; without a selector, whether it has lists near its top and nothing in
 * any of them. An absent list is not an empty one here: some APIs leave it out where a filter leaves nothing of a page.
 * @throws Problem `selector-invalid`
 */
export function isEmptyPage(document: unknown, rowsSelector = ''): boolean {
  if (rowsSelector.trim() === '') return longestList(document, 2)?.length === 0;
  return placeAt(document, rowsSelector)?.count === 0;
}

function longestList(value: unknown, levels: number): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (typeof value !== 'object' || value === null || levels < 0) return undefined;
  return membersOf(value).values.reduce<readonly unknown[] | undefined>((longest, member) => {
    const list = longestList(member, levels - 1);
    return list && (!longest || list.length > longest.length) ? list : longest;
  }, undefined);
}
