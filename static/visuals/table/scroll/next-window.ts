import type { RowWindow } from '../../../../src/shared/contract';

/** Rows on the screen and around it: from `first` up to, but not with, `end`. */
export interface RowRange {
  first: number;
  end: number;
}

/** Most rows requested at once, and how many rows before they are needed they are requested. */
export const chunkRows = 200;
const aheadRows = 200;

type IsKnown = (row: number) => boolean;

function firstMissing({ first, end }: RowRange, isKnown: IsKnown): number | undefined {
  for (let row = first; row < end; row += 1) if (!isKnown(row)) return row;
  return undefined;
}

function lastMissing({ first, end }: RowRange, isKnown: IsKnown): number | undefined {
  for (let row = end - 1; row >= first; row -= 1) if (!isKnown(row)) return row;
  return undefined;
}

function within({ first, end }: RowRange, total: number): RowRange {
  return { first: Math.max(0, first), end: Math.min(total, end) };
}

/**
 * The rows from `row` on, in the direction of the scrolling, that are all missing, as many as are requested at once.
 */
function gapFrom(row: number, forward: boolean, total: number, isKnown: IsKnown): Pick<RowWindow, 'offset' | 'count'> {
  const step = forward ? 1 : -1;
  let last = row;
  while (last + step >= 0 && last + step < total && Math.abs(last + step - row) < chunkRows && !isKnown(last + step)) {
    last += step;
  }
  return { offset: Math.min(row, last), count: Math.abs(last - row) + 1 };
}

/**
 * Which rows to request next, or null when none are missing: those on the screen first, then those that the scrolling
 * comes to. `isKnown` counts the rows that are on their way as known.
 */
export function nextWindow(
  shown: RowRange,
  forward: boolean,
  total: number,
  isKnown: IsKnown,
): Pick<RowWindow, 'offset' | 'count'> | null {
  const missing = forward ? firstMissing : lastMissing;
  const ahead = forward
    ? { first: shown.end, end: shown.end + aheadRows }
    : { first: shown.first - aheadRows, end: shown.first };
  const row = missing(within(shown, total), isKnown) ?? missing(within(ahead, total), isKnown);
  return row === undefined ? null : gapFrom(row, forward, total, isKnown);
}
