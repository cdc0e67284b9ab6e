/** What one read of a remote may cost, and what it may yield. */
export interface Bounds {
  /** All pages together, in milliseconds; the platform ends a call at 25 s. */
  totalMs: number;
  /** One request, its body included, in milliseconds. */
  requestMs: number;
  /** Bodies of all pages together, counted after decompression. */
  bytes: number;
  pages: number;
  rows: number;
}

/** The platform allows 100 outbound requests an invocation; ten are left for tokens, redirects and second attempts. */
export const readBounds: Bounds = {
  totalMs: 20_000,
  requestMs: 15_000,
  bytes: 32 * 1024 * 1024,
  pages: 90,
  rows: 200_000,
};

/** For a test or a preview: enough to see whether paging works. */
export const testBounds: Bounds = { ...readBounds, bytes: 8 * 1024 * 1024, pages: 3 };

/** Kept free at the end of an invocation for shaping, storing and answering, in milliseconds. */
export const marginMs = 3_000;

export const maxRedirects = 5;
/** Levels of nesting in a response. */
export const maxDepth = 200;
/** Characters of one text in a frame; longer ones are shortened. */
export const maxTextLength = 8000;
export const maxColumns = 100;
/** Rows times columns of one frame; what an invocation can shape and store in its memory and time. */
export const maxCells = 5_000_000;
export const maxFilters = 20;
