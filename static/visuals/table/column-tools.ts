import type { CellValue, RowsView, RowWindow } from '../../../src/shared/contract';
import { distinctValues } from '../../../src/shared/distinct-values';
import type { Reader } from '../../../src/shared/reader';
import { valueSearch } from '../../../src/shared/search';
import type { RowSource } from '../row-source';
import type { ShownColumn } from './shown-columns';
import type { LoadValues } from './use-column-values';

const localPart = 200;

/**
 * How the values of a column are found: in the rows where all are here, else by requesting them. Undefined where nobody
 * can be asked.
 */
export function valuesLoader(
  view: RowsView,
  { column, at }: ShownColumn,
  source: RowSource | undefined,
  reader: Reader,
): LoadValues | undefined {
  if (!view.whole) return source && ((search, offset) => source.columnValues(column.key, search, offset));
  return (search, offset) => {
    const values = view.rows.map((row) => row[at] ?? null);
    const found = distinctValues(values, column.type, valueSearch(column, search, reader));
    const end = offset + localPart;
    const nextOffset = end < found.length ? end : undefined;
    return Promise.resolve({ values: found.slice(offset, end), total: found.length, nextOffset });
  };
}

/** The values that rows are filtered by in a column. */
export function chosenValues({ filters }: RowWindow, column: string): CellValue[] {
  return filters?.find((filter) => filter.column === column)?.values ?? [];
}
