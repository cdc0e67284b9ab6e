/** Widths of columns by their keys, in CSS pixels. */
export type ColumnWidths = Record<string, number>;

/** How a reader has arranged the columns of a table; what is absent is as the panel has it. Columns are named by their keys. */
export interface TableLayout {
  widths?: ColumnWidths;
  /** Those that come first, in their order; the others follow as the panel has them. */
  order?: string[];
  hidden?: string[];
  /** How many columns stay in sight at the start of a table that is wider than its box. */
  frozen?: number;
}

/** Where a layout is kept from one visit to the next. */
export interface LayoutKeeper {
  /** What was kept before. */
  layout: TableLayout;
  /** Rows of a page as the panel has it. */
  usualCount: number;
  keep(layout: TableLayout): void;
}
