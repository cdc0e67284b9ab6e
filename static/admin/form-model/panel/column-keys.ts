import type { ColumnSettings, RowStep } from '../../../../src/shared/contract';

/** A column of the form, whose key stays for as long as it exists. */
export type KeyedColumn = ColumnSettings & { key: string };

/** The columns with their keys; one without is known by `c` and its place. */
export function keyedColumns(columns: readonly ColumnSettings[]): KeyedColumn[] {
  return columns.map((column, place) => ({ ...column, key: column.key ?? `c${place}` }));
}

function keysOf(step: RowStep): string[] {
  if (step.kind === 'compute') return [step.column.key];
  return step.kind === 'group' ? step.aggregates.map(({ key }) => key) : [];
}

/** A key that no column has, be it read, computed or made by a grouping: `c1` for the first. */
export function nextKey(columns: readonly { key: string }[], steps: readonly RowStep[]): string {
  const keys = [...columns.map(({ key }) => key), ...steps.flatMap(keysOf)];
  const numbers = keys.map((key) => Number(/^c(\d{1,6})$/.exec(key)?.[1] ?? 0));
  return `c${Math.max(0, ...numbers) + 1}`;
}
