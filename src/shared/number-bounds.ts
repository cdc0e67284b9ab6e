import { readLimitBounds } from './limits';

/** The least and the greatest number that a field takes. */
export interface NumberBounds {
  readonly least: number;
  readonly most: number;
}

const upTo = (most: number): NumberBounds => ({ least: 1, most });

/** The bounds of every field for a whole number, for the check of what comes in and for the words beside the field. */
export const numberBounds = {
  pages: upTo(readLimitBounds.pages),
  rows: upTo(readLimitBounds.rows),
  megabytes: upTo(readLimitBounds.megabytes),
  seconds: upTo(readLimitBounds.seconds),
  requestsPerMinute: upTo(10_000),
  /** Rows that are requested with each page of an API. */
  pageSize: upTo(100_000),
  /** The number of an API's first page or row. */
  pageStart: { least: 0, most: 1_000_000 },
  /** Seconds, a year at most. */
  assumedLifetime: upTo(31_536_000),
  ownRowsSeconds: upTo(86_400),
  /** Seconds that a signed assertion is good for; Google takes an hour at most. */
  assertionLifetime: { least: 10, most: 3600 },
  /** Days that rows are kept. */
  ageDays: { least: 0, most: 31 },
  /** The line of a table that names its columns; 0 for none. */
  headerLine: { least: 0, most: 1000 },
  decimals: { least: 0, most: 10 },
  /** CSS pixels. */
  columnWidth: { least: 40, most: 1000 },
  rowsPerPage: upTo(500),
  /** Columns that stay in sight. */
  frozenColumns: { least: 0, most: 3 },
  /** Rows that a limit among the row steps leaves; no frame has more. */
  rowLimit: upTo(200_000),
} as const satisfies Record<string, NumberBounds>;
