import type { CellValue, Column, Frame } from '../shared/frame';

/** A frame whose values may lie elsewhere, so that a visual reads no more of them than it shows. */
export interface FrameSource {
  /** Those that its rows have. */
  columns: Column[];
  /** Columns that stand in no row but may decide their order; in `values` their places follow those of `columns`. */
  aside?: readonly Column[];
  rowCount: number;
  /** How many rows from the first on cost nothing to read. */
  rowsAtHand: number;
  /** Set where the first of a window's rows is to stay in view that was found while there were only so many. */
  rowsBefore?: number;
  /** All values of the columns at those places, in the requested order. */
  values(columns: readonly number[]): Promise<(readonly CellValue[])[]>;
  /** The rows of those numbers, in the requested order; with the columns at those places, or with all. */
  rows(numbers: readonly number[], columns?: readonly number[]): Promise<CellValue[][]>;
}

/** The source of a frame that is in memory as a whole. */
export function frameSource({ columns, values, rowCount }: Frame): FrameSource {
  return {
    columns,
    rowCount,
    rowsAtHand: rowCount,
    values: async (wanted) => wanted.map((column) => values[column] ?? []),
    rows: async (numbers, wanted = columns.map((_, place) => place)) => {
      const shown = wanted.map((column) => values[column] ?? []);
      return numbers.map((row) => shown.map((column) => column[row] ?? null));
    },
  };
}

/** The source of the first so many rows. */
export function firstRowsOf(source: FrameSource, count: number): FrameSource {
  if (count >= source.rowCount) return source;
  return {
    ...source,
    rowCount: count,
    rowsAtHand: Math.min(source.rowsAtHand, count),
    values: async (columns) => (await source.values(columns)).map((values) => values.slice(0, count)),
  };
}

/** The source without some columns, which may still decide the order of its rows. */
export function withoutColumns(source: FrameSource, isLeftOut: (column: Column) => boolean): FrameSource {
  if (!source.columns.some(isLeftOut)) return source;
  const places = source.columns.map((_, place) => place);
  return onlyColumns(
    source,
    places.filter((place) => !isLeftOut(source.columns[place]!)),
  );
}

/** The source with the columns at those places, in that order; all others may still decide the order of its rows. */
export function onlyColumns(source: FrameSource, places: readonly number[]): FrameSource {
  const all = [...source.columns, ...(source.aside ?? [])];
  const others = all.map((_, place) => place).filter((place) => !places.includes(place));
  const inner = [...places, ...others];
  const innerPlaces = (wanted: readonly number[]) => wanted.map((place) => inner[place] ?? all.length);
  return {
    columns: places.map((place) => all[place]!),
    aside: others.map((place) => all[place]!),
    rowCount: source.rowCount,
    rowsAtHand: source.rowsAtHand,
    rowsBefore: source.rowsBefore,
    values: (wanted) => source.values(innerPlaces(wanted)),
    rows: (numbers, wanted) => source.rows(numbers, wanted ? innerPlaces(wanted) : places),
  };
}
