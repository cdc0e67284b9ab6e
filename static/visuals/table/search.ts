import type { CellValue, Column } from '../../../src/shared/contract';
import type { FormatCell } from '../../../src/shared/column-types/cell-text';

/**
 * The rows of which some cell contains the text, in any letter case, in their order; all rows for an empty text. A cell
 * is found by its value and by what the reader sees of it, so that both `2026-01` and `Jan 5` find a date.
 */
export function searchRows(
  rows: CellValue[][],
  columns: Column[],
  text: string | undefined,
  format: FormatCell,
): CellValue[][] {
  const wanted = text?.toLowerCase();
  if (!wanted) return rows;
  const found = (value: CellValue, at: number): boolean => {
    const column = columns[at];
    if (value === null || !column || column.hidden) return false;
    if (typeof value !== 'boolean' && String(value).toLowerCase().includes(wanted)) return true;
    return format(value, column).toLowerCase().includes(wanted);
  };
  return rows.filter((row) => row.some(found));
}
