import type { CellValue, RowWindow } from '../../../../src/shared/contract';
import type { RowsPart } from '../../row-source';
import type { RowRange } from './next-window';
import { nextWindow } from './next-window';

/** Rows that come while somebody scrolls through them. */
export interface RowFeed {
  /** How many there are in all. */
  total(): number;
  /** A row by its place; undefined until it has come. */
  at(row: number): CellValue[] | undefined;
  /** These rows are on the screen: those that are missing are requested, and then the next ones. */
  look(range: RowRange): void;
  /** Takes rows of another view of the same reading, which may have more rows than the one before. */
  keep(rows: FeedParts['seed']): void;
  /** True when rows could not be read; they are requested again with the next look. */
  failed(): boolean;
  /** Ends the requests. */
  close(): void;
}

/** What a feed begins with and stands on. */
export interface FeedParts {
  /** The rows that are here already. */
  seed: Pick<RowsPart, 'rows' | 'offset' | 'matchingRows'> & { fetchedAt?: number };
  /** Rows are only added behind those that are there. */
  grows?: boolean;
  load(window: Pick<RowWindow, 'offset' | 'count'>): Promise<RowsPart>;
  /** Rows have come, or could not be read. */
  changed(): void;
}

const mostRequests = 2;
/** Rows kept at most; those far from the screen go first. */
const mostRows = 20_000;

/** The feed of all rows when all are here. */
export function wholeFeed(rows: CellValue[][]): RowFeed {
  const nothing = (): void => undefined;
  return {
    total: () => rows.length,
    at: (row) => rows[row],
    look: nothing,
    keep: nothing,
    failed: () => false,
    close: nothing,
  };
}

/** A feed that requests rows part by part. Parts of a newer read than those before take their place altogether. */
export function rowFeed({ seed, grows = false, load, changed }: FeedParts): RowFeed {
  const rows = new Map<number, CellValue[]>();
  const requested = new Set<Pick<RowWindow, 'offset' | 'count'>>();
  let shown: RowRange = { first: 0, end: 0 };
  let forward = true;
  let total = seed.matchingRows;
  let fetchedAt: number | undefined;
  let hasFailed = false;
  let isOpen = true;

  const isRequested = (row: number): boolean =>
    [...requested].some(({ offset, count }) => row >= offset && row < offset + count);
  const isKnown = (row: number): boolean => rows.has(row) || isRequested(row);

  const keep = (part: FeedParts['seed']): void => {
    const isNewer = fetchedAt !== undefined && part.fetchedAt !== fetchedAt;
    if (isNewer || (part.matchingRows !== total && !grows)) rows.clear();
    total = grows && !isNewer ? Math.max(total, part.matchingRows) : part.matchingRows;
    fetchedAt = part.fetchedAt;
    part.rows.forEach((row, index) => rows.set(part.offset + index, row));
    if (rows.size <= mostRows) return;
    for (const row of rows.keys()) {
      if (row < shown.first - mostRows / 4 || row > shown.end + mostRows / 4) rows.delete(row);
    }
  };

  const request = async (window: Pick<RowWindow, 'offset' | 'count'>): Promise<void> => {
    requested.add(window);
    try {
      const part = await load(window);
      if (!isOpen) return;
      keep(part);
      hasFailed = part.rows.length === 0 && window.offset < total;
    } catch {
      hasFailed = true;
    } finally {
      requested.delete(window);
    }
    if (!isOpen) return;
    changed();
    if (!hasFailed) pump();
  };

  const pump = (): void => {
    while (requested.size < mostRequests) {
      const window = nextWindow(shown, forward, total, isKnown);
      if (!window) return;
      void request(window);
    }
  };

  keep(seed);
  return {
    total: () => total,
    at: (row) => rows.get(row),
    look: (range) => {
      if (range.first !== shown.first) forward = range.first > shown.first;
      shown = range;
      hasFailed = false;
      pump();
    },
    keep,
    failed: () => hasFailed,
    close: () => {
      isOpen = false;
    },
  };
}
