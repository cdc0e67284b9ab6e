import type { CellValue, ColumnSettings } from '../../../src/shared/contract';
import { cellsUnder, type Shown } from './walk';

/** Expects every cell of every proposed column to be what a direct read has at the column's place in that row. */
export function expectCellByCell(shown: Shown, columns: readonly ColumnSettings[], rows: readonly unknown[]): void {
  for (const { label, selector, type } of columns) {
    const direct = rows.map((row) => cellOf(valueAt(selector, row), type));
    expect({ label, cells: cellsUnder(label, shown).map((cell) => cellOf(cell, type)) }).toEqual({
      label,
      cells: direct,
    });
  }
}

/** What names in dots and brackets lead to. */
function valueAt(selector: string, row: unknown): unknown {
  const names = [...selector.matchAll(/\.([\w-]+)|\['([^']+)'\]/g)].map(([, plain, quoted]) => plain ?? quoted!);
  return names.reduce<unknown>((holder, name) => (holder as Record<string, unknown> | undefined)?.[name], row);
}

function cellOf(value: unknown, type: ColumnSettings['type']): CellValue {
  if (value === undefined || value === null || value === '') return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (type === 'number' || type === 'bytes' || type === 'currency') return Number(text);
  return type === 'date' || type === 'date-time' ? new Date(text).toISOString() : text;
}
