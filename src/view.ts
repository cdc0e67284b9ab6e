import type { CellValue, Column } from './frame';

export interface SortOrder {
  /** Key of the column. */
  column: string;
  direction: 'ascending' | 'descending';
}

/** Which rows of a view are asked for. */
export interface RowWindow {
  offset: number;
  count: number;
  sort?: SortOrder;
  /** Case-insensitive text that some cell of a row must contain. */
  search?: string;
}

/**
 * A table to draw: the asked window of rows. `matchingRows` counts the rows that pass the search, `totalRows` all of
 * them. A `whole` view carries every row in source order, so the browser sorts, searches and pages by itself.
 */
export interface TableView {
  visual: 'table';
  columns: Column[];
  rows: CellValue[][];
  offset: number;
  matchingRows: number;
  totalRows: number;
  whole: boolean;
}

/** The drawable value a visual yields; one member for each visual. */
export type View = TableView;
export type VisualName = View['visual'];
