/** How the values of a column are read and shown. */
export type ColumnType = 'text' | 'number' | 'boolean' | 'date' | 'date-time' | 'link' | 'email';

/** One typed value. Dates are ISO 8601 text, numbers finite; `null` stands for absent, null and unreadable alike. */
export type CellValue = string | number | boolean | null;

/** A named, typed reading of one value in a row. `key` is unique in its frame and never comes from data. */
export interface Column {
  key: string;
  label: string;
  type: ColumnType;
}

/**
 * The neutral result, before any visual: values by column, so that one column can be sorted, searched or stored without
 * touching the others. Every array in `values` has `rowCount` entries, in the order of `columns`.
 */
export interface Frame {
  columns: Column[];
  values: CellValue[][];
  rowCount: number;
}

/** How a read of the remote ended, for the footer that never lets a cut pass silently. */
export type StopReason =
  'complete' | 'page-limit' | 'row-limit' | 'byte-limit' | 'time-limit' | 'foreign-link' | 'repeated-link' | 'failed';

/** What was read to make a frame. Times are milliseconds since the epoch. */
export interface Reading {
  fetchedAt: number;
  durationMs: number;
  pagesRead: number;
  rowsRead: number;
  bytesRead: number;
  stopReason: StopReason;
  /** Plain sentences the reader or admin should see, such as why rows were left out. */
  warnings: string[];
}
