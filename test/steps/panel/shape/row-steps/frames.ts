import type { CellValue, Column, Frame } from '../../../../../src/shared/frame';

/** A frame of columns given with their values. */
export function frameOf(...columns: (Column & { values: CellValue[] })[]): Frame {
  return {
    columns: columns.map(({ values: _, ...column }) => column),
    values: columns.map(({ values }) => values),
    rowCount: columns[0]?.values.length ?? 0,
  };
}

/** A column whose label is its key in capitals. */
export function column(key: string, type: Column['type'], values: CellValue[], more: Partial<Column> = {}) {
  return { key, label: key.toUpperCase(), type, values, ...more };
}

export const asWritten = (text: string) => text;
