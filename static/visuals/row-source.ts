import type { CellValue, RowWindow } from '../../src/shared/contract';

/** Rows of a window, as many as a reply could carry, at least one where there are any. */
export interface RowsPart {
  rows: CellValue[][];
  offset: number;
  matchingRows: number;
  /** Of the read that they come from; parts of different reads do not belong together. */
  fetchedAt: number;
}

/** Some of a column's values, most frequent first. */
export interface ValuesPart {
  values: { value: CellValue; count: number }[];
  /** How many different values match in all. */
  total: number;
  nextOffset?: number;
}

/** What can be requested beyond the rows of a view. Every function fails with a `CallError`. */
export interface RowSource {
  rows(window: RowWindow): Promise<RowsPart>;
  /** Values of the column with this key that contain the text. */
  columnValues(column: string, search: string, offset: number): Promise<ValuesPart>;
  /**
   * The address of the page that shows these rows to others, null where it would be too long. Absent where the page's
   * address is not known.
   */
  linkTo?(window: RowWindow): Promise<string | null>;
}
