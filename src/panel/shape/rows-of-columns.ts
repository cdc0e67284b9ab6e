import { isElement } from '../../xml-element';
import { isColumnLists } from '../../shared/row-shapes/map-kind';

/** The rows of a table that is written column by column; `undefined` for everything else. */
export function rowsOfColumns(value: unknown): Record<string, unknown>[] | undefined {
  if (isElement(value) || !isColumnLists(value)) return undefined;
  const columns = Object.entries(value);
  const length = columns[0]?.[1].length ?? 0;
  return Array.from({ length }, (_, row) => rowAt(row, columns));
}

/** Without prototype, since the names come from data. */
function rowAt(row: number, columns: readonly [string, readonly unknown[]][]): Record<string, unknown> {
  const made = Object.create(null) as Record<string, unknown>;
  for (const [name, list] of columns) made[name] = list[row];
  return made;
}
