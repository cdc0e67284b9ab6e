import type { CellValue, Column, View } from '../../../src/shared/contract';

/** One value to be written into a sentence. */
export interface InlineValue {
  value: CellValue;
  column: Column;
  /** Stands behind it, such as `€` or `open tickets`. */
  unit: string;
}

/** The values that stand for a view in a sentence, in order, and texts between them; empty where there is nothing. */
export function inlineParts(view: View, wanted: string | undefined): (InlineValue | { text: string })[] {
  if (view.visual === 'text') return view.parts.map((part) => ('text' in part ? part : { ...part, unit: '' }));
  if (view.visual === 'number') return [{ value: view.value, column: view.column, unit: view.unit }];
  if (!('columns' in view)) return [];
  const row = 'rows' in view ? (view.rows[0] ?? null) : view.row;
  const shown = view.columns.findIndex(({ key, hidden }) => (wanted ? key === wanted : !hidden));
  const column = view.columns[shown];
  return row && column ? [{ value: row[shown] ?? null, column, unit: '' }] : [];
}
