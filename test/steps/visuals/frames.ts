import type { CellValue, Column, Frame } from '../../../src/shared/frame';

/** A frame of columns by their keys, with `column` for what is not said of one. */
export function frameOf(columns: Record<string, Partial<Column> & { values: CellValue[] }>): Frame {
  const all = Object.entries(columns);
  return {
    columns: all.map(([key, { values: _, ...column }]) => ({ key, label: key, type: 'text', ...column })),
    values: all.map(([, { values }]) => values),
    rowCount: Math.max(0, ...all.map(([, { values }]) => values.length)),
  };
}

export const numbersTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
