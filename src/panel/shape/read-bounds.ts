import type { ReadLimits } from '../../shared/contract';
import { readLimitBounds } from '../../shared/limits';

/** What one read of an API may cost, and what it may yield. */
export interface Bounds {
  /** All pages together, in milliseconds; the platform ends a call at 25 s. */
  totalMs: number;
  /** One request, its body included, in milliseconds. */
  requestMs: number;
  /** Bodies of all pages together, counted after decompression. */
  bytes: number;
  pages: number;
  rows: number;
  /** After a page that makes it this many rows no other is read. */
  enoughRows?: number;
}

const megabyte = 1024 * 1024;

/** The platform allows 100 outbound requests an invocation; ten are left for tokens, redirects and second attempts. */
export const readBounds: Bounds = {
  totalMs: readLimitBounds.seconds * 1000,
  requestMs: 15_000,
  bytes: readLimitBounds.megabytes * megabyte,
  pages: readLimitBounds.pages,
  rows: readLimitBounds.rows,
};

/** For a test or a preview: enough to see whether paging works. */
export const testBounds: Bounds = { ...readBounds, bytes: 8 * megabyte, pages: 3 };

/** For a preview, which shows a page of the table and no more. */
export function previewBounds(rows: number): Bounds {
  return { ...testBounds, enoughRows: rows };
}

/**
 * The bounds, made narrower where the data source's own limits are. Those hold for a reading as a whole: what others have
 * read of it before counts in them, while time and pages of the bounds are those of one call.
 */
export function boundsWithin(bounds: Bounds, limits: ReadLimits, before = { spentMs: 0, pages: 0 }): Bounds {
  return {
    ...bounds,
    totalMs: Math.min(bounds.totalMs, limits.seconds * 1000 - before.spentMs),
    bytes: Math.min(bounds.bytes, limits.megabytes * megabyte),
    pages: Math.min(before.pages + bounds.pages, limits.pages),
    rows: Math.min(bounds.rows, limits.rows),
  };
}

/** Second attempts of one reading, all its requests together. */
export const retriesPerReading = 5;

/** Kept free at the end of an invocation for shaping, storing and replying, in milliseconds. */
export const marginMs = 3_000;

export const maxRedirects = 5;
export const maxColumns = 100;
/** Rows times columns of one frame; what an invocation can shape and store in its memory and time. */
export const maxCells = 5_000_000;
/** The same for the frames that several panels get from one reading. */
export const maxSharedCells = 2_000_000;
export const maxFilters = 20;
