import type { CellValue, Column } from '../../shared/frame';
import { adfCell, adfHeader, adfRow, type AdfRow, type AdfTable } from './nodes';
import { valueAdf } from './value-adf';

/** Room for the rows of one table, in bytes of JSON; the platform ends a reply at 5 MB. */
const maxTableBytes = 3_000_000;

/** Rows as a table below the labels of their columns: as many from the first on as a document can carry. */
export function tableAdf(
  columns: readonly Column[],
  rows: readonly (readonly CellValue[])[],
): { table: AdfTable; shown: number } {
  const header = adfRow(columns.map(({ label }) => adfHeader(label)));
  const fitting: AdfRow[] = [];
  let bytes = 0;
  for (const row of rows) {
    const next = adfRow(columns.map((column, place) => adfCell(valueAdf(row[place] ?? null, column))));
    bytes += Buffer.byteLength(JSON.stringify(next));
    if (bytes > maxTableBytes) break;
    fitting.push(next);
  }
  return { table: { type: 'table', content: [header, ...fitting] }, shown: fitting.length };
}

/** One record: a row for each column, its label before its value. */
export function recordAdf(columns: readonly Column[], row: readonly CellValue[]): AdfTable {
  const rows = columns.map((column, place) =>
    adfRow([adfHeader(column.label), adfCell(valueAdf(row[place] ?? null, column))]),
  );
  return { type: 'table', content: rows };
}
