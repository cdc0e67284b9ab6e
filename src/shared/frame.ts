/** How the values of a column are read and shown. */
export type ColumnType =
  | 'text'
  | 'number'
  | 'currency'
  | 'percent'
  | 'bytes'
  | 'date'
  | 'date-time'
  | 'duration'
  | 'boolean'
  | 'link'
  | 'image'
  | 'email'
  | 'user'
  | 'status'
  | 'list'
  | 'json';

/** The colors of a status, named as the lozenges of the design system look. */
export type StatusColor = 'neutral' | 'blue' | 'green' | 'yellow' | 'red' | 'purple';

/** How a typed value is read or shown; a part that its column's type has no use for is left alone. */
export interface ColumnFormat {
  /** ISO 4217, such as `EUR`. */
  currency?: string;
  /** Digits behind the decimal sign; as many as the value has where absent. */
  decimals?: number;
  /** What the source calls the whole: 1 (0.25 is 25 %) or 100 (25 is 25 %). */
  whole?: 1 | 100;
  /** 1 kB is 1,000 bytes, 1 KiB is 1,024. */
  byteUnits?: 'decimal' | 'binary';
  /** The sign before decimals in texts, where spaces, apostrophes or the other sign group thousands; as programs write it where absent. */
  decimalSign?: '.' | ',';
  /** How the source writes a date, such as `dd/MM/yyyy HH:mm`; not needed for what means the same day everywhere. */
  datePattern?: string;
  /** What stands in the cell for a link, `{name}` being the last part of its address; the address where absent. */
  linkText?: string;
  /** A text without the tags of HTML that it holds. */
  stripTags?: boolean;
  dateStyle?: 'short' | 'medium' | 'long' | 'relative';
  /** What one is in the source; ISO 8601 durations say it themselves. Cells hold seconds. */
  durationUnit?: 'milliseconds' | 'seconds' | 'minutes' | 'hours' | 'days';
  /** The first rule whose value equals the cell, whatever its case, gives the color. */
  statusColors?: { value: string; color: StatusColor }[];
  /** The highest that a number reaches gives its color. */
  thresholds?: { from: number; color: StatusColor }[];
  /** The number whose bar fills its cell; no bars where absent. */
  fullBar?: number;
  /** A list in one cell, as the number of its entries, or with a row for each. */
  list?: 'joined' | 'count' | 'rows';
}

/**
 * One typed value. Dates are ISO 8601 text, numbers finite, percents parts of 1, durations seconds, JSON is its text;
 * `null` stands for absent, null and unreadable alike.
 */
export type CellValue = string | number | boolean | null;

/** A named, typed reading of one value in a row. `key` is unique in its frame and never comes from data. */
export interface Column {
  key: string;
  label: string;
  type: ColumnType;
  format?: ColumnFormat;
  align?: 'start' | 'center' | 'end';
  /** In CSS pixels. */
  width?: number;
  /** Not shown, but there for sorting, conditions and expressions. */
  hidden?: boolean;
  /** Key of the column that this one is sorted by, where it is not itself. */
  sortedBy?: string;
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

/**
 * How a read of the API ended, for the footer that never lets a cut pass silently. `unfollowed`: the source says that
 * there is more than the settings lead to. `first-page`: there is more, and the first page is what the admin wants.
 * `unfinished`: the rest is still to be read, by whoever goes on.
 */
export type StopReason =
  | 'complete'
  | 'unfollowed'
  | 'first-page'
  | 'page-limit'
  | 'row-limit'
  | 'byte-limit'
  | 'time-limit'
  | 'foreign-link'
  | 'repeated-link'
  | 'failed'
  | 'unfinished';

/** How a source says that there are rows beyond those that were read. */
export type MoreRows =
  | { by: 'total'; total: number }
  | { by: 'pages'; pages: number }
  | { by: 'next-page' }
  | { by: 'flag' }
  /** The page has as many rows as were requested, which leaves it open. */
  | { by: 'full-page' };

/** What was read to make a frame. Times are milliseconds since the epoch. */
export interface Reading {
  /** Names it, where rows of it may still be added behind those that are there. */
  id?: string;
  fetchedAt: number;
  durationMs: number;
  pagesRead: number;
  rowsRead: number;
  bytesRead: number;
  stopReason: StopReason;
  /** Where `unfollowed`: how the source says so. */
  more?: MoreRows;
  /** Plain sentences the reader or admin should see, such as why rows were left out. */
  warnings: string[];
}
