import { isObject } from '../../shared/row-shapes/json-object';
import { compileSelector } from '../../selectors/selector';
import { widthOf } from './headings';

/**
 * The names that lead from a row to the list of its cells: none where the row itself is that list, those of the step that
 * unfolded a list of lists, or that of the only member of rows which hold nothing else.
 */
export function cellsOf(
  rows: readonly unknown[],
  headings: readonly string[],
  unfold: string | undefined,
): readonly string[] {
  if (unfold !== undefined) return compileSelector(unfold).names ?? [];
  const [first] = rows;
  if (headings.length === 0 || !isObject(first)) return [];
  const [name, ...others] = Object.keys(first);
  if (name === undefined || others.length > 0) return [];
  const cells = rows.slice(0, 100).map((row) => (isObject(row) ? row[name] : undefined));
  return widthOf(cells) === headings.length ? [name] : [];
}
