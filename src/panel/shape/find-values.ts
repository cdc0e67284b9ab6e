import { EvaluationBudget } from '../../selectors/evaluation-budget';
import type { Selector } from '../../selectors/selector';
import { ownMember, type RowMembers } from './read-members';
import { valueOfRow } from './row-around-value';

/** What a selector finds in the rows from one number on up to another, row `from` at place 0; several values as a list. */
export type FindValues = (rows: readonly unknown[], from: number, to: number) => readonly unknown[];

/** The first names of paths of names; what they lead to is read from all rows together. */
export function firstNames(selectors: readonly Selector[]): string[] {
  return [...new Set(selectors.flatMap(({ names }) => names?.slice(0, 1) ?? []))];
}

/** A finder of the selector's values, where the members have been read of the same rows before. */
export function valueFinder(selector: Selector, { names, values }: RowMembers): FindValues {
  const [name, ...others] = selector.names ?? [];
  if (name === undefined) return selectedInRows(selector);
  const list = values[names.indexOf(name)] ?? [];
  if (others.length === 0) return () => list;
  return (_, from, to) => {
    const found: unknown[] = [];
    for (let at = 0; at < to - from; at++) found.push(others.reduce(ownMember, list[at]));
    return found;
  };
}

function selectedInRows(selector: Selector): FindValues {
  const budget = new EvaluationBudget(selector.text);
  return (rows, from, to) =>
    rows.slice(from, to).map((each) => {
      const row = selector.beginsWithName ? each : valueOfRow(each);
      const found = selector.select(row, budget);
      if (found.length === 0 && !selector.isSingular && !selector.isAbsentIn(row)) return found; // a list without entries
      return found.length > 1 ? found : found[0];
    });
}
