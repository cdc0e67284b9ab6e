import type { CellValue } from '../frame';

/** The numbers of the rows in which some value, as text, contains the needle; upper and lower case count alike. */
export function searchRows(columns: readonly (readonly CellValue[])[], rowCount: number, needle: string): number[] {
  const wanted = needle.toLowerCase();
  const found: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    if (
      columns.some((values) =>
        textOf(values[row] ?? null)
          .toLowerCase()
          .includes(wanted),
      )
    )
      found.push(row);
  }
  return found;
}

function textOf(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'true yes' : 'false no';
  return String(value);
}
