import type { VariableEntry } from '../../../../src/shared/contract';
import { fixedEntriesCount } from '../../../../src/shared/limits';
import type { KeyedColumn } from '../../form-model/panel/column-keys';

/** A column with the different values that it has in the response. */
export interface ColumnValues {
  column: KeyedColumn;
  found: readonly string[];
}

/** Whether the values make a list to choose from: more than one, and no more than a list may have. */
export function isList({ found }: ColumnValues): boolean {
  return found.length > 1 && found.length <= fixedEntriesCount;
}

/** An entry for each value, in the order of the alphabet or of their size; labels that were written for them stay. */
export function entriesOf(found: readonly string[], before: readonly VariableEntry[]): VariableEntry[] {
  const labels = new Map(before.map(({ value, label }) => [value, label]));
  const inOrder = found.toSorted((one, other) => one.localeCompare(other, undefined, { numeric: true }));
  return inOrder.map((value) => ({ value, label: labels.get(value) ?? '' }));
}
