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

/** The lists in rows that hold nothing else, with how many places they have; none where rows say anything by themselves. */
export function cellLists(rows: readonly unknown[]): { name: string; width: number }[] {
  const sample = rows.slice(0, 100);
  const [first] = sample;
  if (!isObject(first) || !Object.values(first).every(Array.isArray)) return [];
  const lists = Object.keys(first).map((name) => ({ name, cells: sample.map((row) => isObject(row) && row[name]) }));
  return lists.map(({ name, cells }) => ({ name, width: widthOf(cells) })).filter(({ width }) => width > 0);
}
