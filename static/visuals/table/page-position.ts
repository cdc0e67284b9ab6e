import { pageSizes } from '../../../src/shared/page-sizes';

export interface PagePosition {
  /** Counted from 1. */
  page: number;
  pages: number;
  previous: number | null;
  next: number | null;
  last: number;
}

/** Where a page lies among the others; `previous`, `next` and `last` are row offsets, null where there is no such page. */
export function pagePosition(offset: number, count: number, matchingRows: number): PagePosition {
  const pages = Math.max(1, Math.ceil(matchingRows / count));
  const page = Math.min(pages, Math.floor(offset / count) + 1);
  return {
    page,
    pages,
    previous: page > 1 ? (page - 2) * count : null,
    next: page < pages ? page * count : null,
    last: (pages - 1) * count,
  };
}

/** The page sizes to offer, with the current one and the panel's own among them. */
export function offeredSizes(current: number, usual = current): number[] {
  return [...new Set([...pageSizes, current, usual])].sort((a, b) => a - b);
}
