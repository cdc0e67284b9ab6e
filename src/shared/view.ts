import type { CellValue, Column } from './frame';

export interface SortOrder {
  /** Key of the column. */
  column: string;
  direction: 'ascending' | 'descending';
}

/** Rows that have one of these values in a column; `null` is an empty cell. */
export interface ColumnFilter {
  /** Key of the column. */
  column: string;
  values: CellValue[];
}

/** Which rows of a view are requested. */
export interface RowWindow {
  offset: number;
  count: number;
  /** The first decides, the next ones among equals. */
  sorts?: SortOrder[];
  /** Words, each of which some cell of a row must contain as the reader sees it, whatever its case and accents. */
  search?: string;
  /** A row must pass them all. */
  filters?: ColumnFilter[];
}

/**
 * The requested window of rows. `matchingRows` counts the rows that pass search and filters, `totalRows` all of them. A
 * `whole` view carries every row in source order, so the browser sorts, searches and pages by itself.
 */
export interface RowsView {
  columns: Column[];
  rows: CellValue[][];
  offset: number;
  matchingRows: number;
  totalRows: number;
  whole: boolean;
}

export interface TableView extends RowsView {
  visual: 'table';
  /** The order of the rows where the window names none; absent where they come as the source has them. */
  usualSorts?: SortOrder[];
  rowNumbers?: boolean;
  /** How many columns stay in sight while the others are scrolled; the first where absent. */
  frozen?: number;
  /**
   * The sum of all rows that match, for each column; null where a column has none. Empty in a whole view, whose rows the
   * browser adds up. Absent where no sums are wanted.
   */
  totals?: CellValue[];
}

/** One line for each row: a text with more beside it. Numbers are places in `columns`. */
export interface ListView extends RowsView {
  visual: 'list';
  primary: number;
  secondary: number[];
}

/** One card for each row. Numbers are places in `columns`. */
export interface CardsView extends RowsView {
  visual: 'cards';
  title: number;
  image?: number;
}

/** One record, a line for each column; `row` is `null` where there are no rows. */
export interface KeyValueView {
  visual: 'key-value';
  columns: Column[];
  row: CellValue[] | null;
  totalRows: number;
}

/** One value. `null` where there are no rows or none holds a value. */
export interface NumberView {
  visual: 'number';
  column: Column;
  value: CellValue;
  label: string;
  unit: string;
  trend?: Trend;
  totalRows: number;
}

/** How the value stands against another one. */
export interface Trend {
  comparedTo: number;
  /** Value less the other. */
  change: number;
  /** The change as a part of the other value, `null` where that is 0. */
  ratio: number | null;
  meaning: 'good' | 'bad' | 'neutral';
}

export type ChartName = 'bar' | 'line' | 'area' | 'pie';

/** Points in order, each a category and a value for each series; `leftOut` counts those beyond what a chart can show. */
export interface ChartView {
  visual: ChartName;
  category: Column;
  series: Column[];
  points: { category: CellValue; values: (number | null)[] }[];
  stacked: boolean;
  leftOut: number;
  totalRows: number;
}

/** A sentence with values of the first row in it. */
export interface TextView {
  visual: 'text';
  parts: ({ text: string } | { column: Column; value: CellValue })[];
  totalRows: number;
}

/** The drawable value a visual yields; one member for each visual. */
export type View = TableView | ListView | CardsView | KeyValueView | NumberView | ChartView | TextView;
export type VisualName = View['visual'];
