import type { VariableView, VisualSettings } from '../contract';
import type { DataSource } from '../data-sources/data-source';
import type { Now } from '../ports';
import type { Flight } from './flight/flight';
import type { SnapshotHead } from './snapshot/head';

/** What a load of a panel found: fresh rows, or that somebody else is reading them. */
export interface RecentLoad {
  title: string;
  /** With the values in it that this crowd gives. */
  visual: VisualSettings;
  variables?: VariableView[];
  dataSource: DataSource;
  found: { head: SnapshotHead } | { flight: Flight };
}

/** What the process knows of the panels of one site, for when many ask for the same one at once. */
export interface RecentLoads {
  /** Counts one more load of the panel and values named so; what the last one found, if many ask and it is a moment ago. */
  of(crowd: string): RecentLoad | undefined;
  keep(crowd: string, load: RecentLoad): void;
}

/** Remembers nothing. */
export const nothingRecent: RecentLoads = { of: () => undefined, keep: () => undefined };

/** Many ask: so many loads of a panel by this process in one span of time, or the one before it. */
const manyLoads = 8;
const spanMs = 10_000;
/** Whoever waits wants to know soon; rows that are fresh stay so. */
const flightKeptMs = 150;
const headKeptMs = 3000;
const mostPanels = 500;

interface Entry {
  span: number;
  loads: number;
  before: number;
  at: number;
  load?: RecentLoad;
}

/**
 * A courtesy of warm processes: a crowd before one panel costs the storage a few reads a second instead of four for each
 * reader. Keyed by site; only rows that all readers share may be kept in it. What an admin changes is seen by the crowd
 * 3 s later at most, and at once by everybody else.
 */
export function recentLoadsBySite(now: Now = Date.now): (site: string) => RecentLoads {
  const entries = new Map<string, Entry>();
  return (site) => ({
    of(crowd) {
      const entry = counted(entries, `${site}|${crowd}`, now());
      const { load, at } = entry;
      const isCrowd = entry.loads > manyLoads || entry.before >= manyLoads;
      return load && isCrowd && now() - at < keptMs(load) ? load : undefined;
    },
    keep(crowd, load) {
      const entry = entries.get(`${site}|${crowd}`);
      if (entry) Object.assign(entry, { load, at: now() });
    },
  });
}

const keptMs = ({ found }: RecentLoad) => ('head' in found ? headKeptMs : flightKeptMs);

function counted(entries: Map<string, Entry>, key: string, now: number): Entry {
  const span = Math.floor(now / spanMs);
  const known = entries.get(key);
  if (!known && entries.size >= mostPanels) entries.clear();
  const entry = known ?? { span, loads: 0, before: 0, at: 0 };
  if (entry.span !== span) {
    entry.before = entry.span === span - 1 ? entry.loads : 0;
    entry.loads = 0;
    entry.span = span;
  }
  entry.loads += 1;
  entries.set(key, entry);
  return entry;
}
