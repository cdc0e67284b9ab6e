import type { Now } from '../../ports';

/**
 * What this process has taken out of the minute's budgets of one site in advance, so that not every request has to be written
 * down. What it does not use is lost with the minute.
 */
export interface Portions {
  /** Takes so many; false, and nothing is taken, where this process has fewer left in the minute. */
  take(of: string, count: number): boolean;
  /** Adds so many to what is left in the minute. */
  keep(of: string, count: number): void;
  /** Whether the minute is asked for by that name for the first time. */
  isFirst(of: string): boolean;
}

const mostNames = 5000;
const minuteMs = 60_000;

/** Keyed by site, as everything that a warm process keeps. A full memory forgets all of it, which only costs a write. */
export function portionsBySite(now: Now = Date.now): (site: string) => Portions {
  const left = new Map<string, { minute: number; count: number }>();
  const minuteOf = () => Math.floor(now() / minuteMs);
  return (site) => {
    const countOf = (of: string) => {
      const found = left.get(`${site}|${of}`);
      return found?.minute === minuteOf() ? found.count : 0;
    };
    const set = (of: string, count: number) => {
      if (left.size >= mostNames) left.clear();
      left.set(`${site}|${of}`, { minute: minuteOf(), count });
    };
    return {
      take(of, count) {
        if (countOf(of) < count) return false;
        set(of, countOf(of) - count);
        return true;
      },
      keep: (of, count) => set(of, countOf(of) + count),
      isFirst(of) {
        if (countOf(`first:${of}`) > 0) return false;
        set(`first:${of}`, 1);
        return true;
      },
    };
  };
}
