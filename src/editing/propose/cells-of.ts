import { isObject } from '../../shared/row-shapes/json-object';
import { compileSelector } from '../../selectors/selector';
import { widthOf } from './headings';

/**
 * The names that lead from a row to the list of its cells: none where the row itself is that list, those of the step that
 * unfolded a list of lists, or that of a list in rows which hold nothing but lists.
 */
export function cellsOf(
  rows: readonly unknown[],
  headings: readonly string[],
  unfold: string | undefined,
): readonly string[] {
  if (unfold !== undefined) return compileSelector(unfold).names ?? [];
  const fitting = headings.length === 0 ? undefined : cellLists(rows).find(({ width }) => width === headings.length);
  return fitting ? [fitting.name] : [];
}

/**
 * The lists in rows that hold nothing else, with how many places they have; none where rows say anything by themselves, and
 * of several with as many places none, since nothing tells whose headings are whose.
 */
export function cellLists(rows: readonly unknown[]): { name: string; width: number }[] {
  const sample = rows.slice(0, 100);
  const [first] = sample;
  if (!isObject(first) || !Object.values(first).every(Array.isArray)) return [];
  const cells = Object.keys(first).map((name) => ({ name, lists: sample.map((row) => isObject(row) && row[name]) }));
  const filled = cells.filter(({ lists }) => lists.some((list) => Array.isArray(list) && list.some(isFilled)));
  const widths = filled.map(({ name, lists }) => ({ name, width: widthOf(lists) })).filter(({ width }) => width > 0);
  return widths.filter(({ width }) => widths.filter((other) => other.width === width).length === 1);
}

const isFilled = (cell: unknown) => cell !== null && cell !== undefined;
