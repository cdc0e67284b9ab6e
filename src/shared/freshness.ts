import type { DataSourceSettings, Freshness, PanelSettings } from './contract';
import { numberBounds } from './number-bounds';

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

/** Where neither panel nor data source says anything else. */
export const usualFreshness: Freshness = { freshSeconds: 5 * 60, staleSeconds: 60 * 60, keepSeconds: 7 * 24 * 60 * 60 };

/** Rows of a reading that broke off are fresh only this long. */
export const brokenOffFreshMs = minute / 2;
/** The refresh button requests from the API only rows at least this old. */
export const refreshAgeMs = minute / 2;
/** No rows are kept longer than this. */
export const keptMs = numberBounds.ageDays.most * day;

/** How old rows may be, in milliseconds since they were read; none is shorter than the one before it. */
export interface Ages {
  /** Younger rows are shown without a request to the API. */
  freshMs: number;
  /** Younger rows are shown at once, while new ones are fetched behind them. */
  staleMs: number;
  /** Younger rows are shown when the API fails. */
  keepMs: number;
}

/** What the panel says of it, else what its data source says, else the usual. */
export function agesOf(
  { freshness: ofPanel }: Pick<PanelSettings, 'freshness'>,
  { freshness: ofDataSource }: Pick<DataSourceSettings, 'freshness'>,
): Ages {
  const { freshSeconds, staleSeconds, keepSeconds } = ofPanel ?? ofDataSource ?? usualFreshness;
  const freshMs = freshSeconds * second;
  const staleMs = Math.max(staleSeconds * second, freshMs);
  return { freshMs, staleMs, keepMs: Math.min(Math.max(keepSeconds * second, staleMs), keptMs) };
}
