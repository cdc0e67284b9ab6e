import type { VariableView, VisualSettings } from '../../shared/contract';
import type { DataSource } from '../../data-sources/data-source';
import type { Now } from '../../ports';
import { isRecent } from '../../shared/recent';
import type { Flight } from './flight/flight';
import type { SnapshotHead } from './snapshot/head';

/** What a load of a panel found: fresh rows, or that somebody else is reading them. */
export interface RecentLoad {
  panelId: string;
  title: string;
  /** With the values in it that this burst gives. */
  visual: VisualSettings;
  variables?: VariableView[];
  dataSource: DataSource;
  /** No new rows will come before long, unless an admin acts. */
  isEnding: boolean;
  found: { head: SnapshotHead } | { flight: Flight };
}

/** What the process knows of the panels of one site, for when many readers load at once. */
export interface RecentLoads {
  /** Counts one more load; what the last one of the panel and values named so found, if many load and it is a moment ago. */
  of(burst: string): RecentLoad | undefined;
  keep(burst: string, load: RecentLoad): void;
  /** Whoever has seen newer rows is not shown older ones. */
  forget(burst: string): void;
}

/** Remembers nothing. */
export const nothingRecent: RecentLoads = { of: () => undefined, keep: () => undefined, forget: () => undefined };

/** Many load: so many loads of the site's panels by this process in one span of time, or the one before it. */
const manyLoads = 12;
const spanMs = 10_000;
/** Whoever waits wants to know soon; rows that are fresh stay so. */
const flightKeptMs = 150;
const headKeptMs = 3000;
const partKeptMs = 2000;
const mostPanels = 500;
const mostSites = 500;

interface Entry {
  at: number;
  load: RecentLoad;
}

/**
 * A courtesy of warm processes: a burst of readers costs the storage a few reads a second instead of four for each
 * reader. Counted by site and not by panel, for the platform spreads the readers of a page over several processes.
 * Keyed by site; only rows that all readers share may be kept in it. What an admin changes is seen by them 3 s later at
 * most, and at once by everybody else.
 */
export function recentLoadsBySite(now: Now = Date.now): (site: string) => RecentLoads {
  const entries = new Map<string, Entry>();
  const isBursting = burstCount(now);
  return (site) => ({
    of(burst) {
      const entry = entries.get(`${site}|${burst}`);
      const isKept = entry !== undefined && isRecent(entry.at, keptMs(entry.load), now());
      return isBursting(site) && isKept ? entry.load : undefined;
    },
    keep(burst, load) {
      if (entries.size >= mostPanels) entries.clear();
      entries.set(`${site}|${burst}`, { load, at: now() });
    },
    forget: (burst) => void entries.delete(`${site}|${burst}`),
  });
}

function keptMs({ found }: RecentLoad): number {
  if ('flight' in found) return flightKeptMs;
  return found.head.part ? partKeptMs : headKeptMs;
}

interface Count {
  span: number;
  loads: number;
  before: number;
}

/** Counts one more load of a site at each call, and tells whether many come. */
function burstCount(now: Now): (site: string) => boolean {
  const counts = new Map<string, Count>();
  return (site) => {
    const span = Math.floor(now() / spanMs);
    const known = counts.get(site);
    const before = known?.span === span ? known.before : known?.span === span - 1 ? known.loads : 0;
    const count = { span, before, loads: (known?.span === span ? known.loads : 0) + 1 };
    if (!known && counts.size >= mostSites) counts.clear();
    counts.set(site, count);
    return count.loads > manyLoads || before >= manyLoads;
  };
}
