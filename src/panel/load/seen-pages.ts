import type { Now } from '../../ports';

/** The pages on which this process has seen panels of one site, until somebody who reads rows notes them. */
export interface SeenPages {
  see(panelId: string, pageId: string | undefined): void;
  /**
   * What was seen and not yet taken, and not before on that day, of so many panels at most, by panel; it counts as noted.
   */
  take(mostPanels: number): Map<string, Set<string>>;
}

/** Sees nothing. */
export const nothingSeen: SeenPages = { see: () => undefined, take: () => new Map() };

type PagesByPanel = Map<string, Set<string>>;

const mostPairs = 2000;
const dayMs = 24 * 60 * 60 * 1000;

/** Keyed by site, as everything that a warm process keeps. A full memory forgets all of it. */
export function seenPagesBySite(now: Now = Date.now): (site: string) => SeenPages {
  const lastSeen = new Map<string, number>();
  const pending = new Map<string, PagesByPanel>();
  return (site) => ({
    see(panelId, pageId) {
      if (pageId === undefined) return;
      const pair = `${site}|${panelId}|${pageId}`;
      const today = Math.floor(now() / dayMs);
      if (lastSeen.get(pair) === today) return;
      if (lastSeen.size >= mostPairs) [lastSeen, pending].forEach((full) => full.clear());
      lastSeen.set(pair, today);
      const ofSite = pending.get(site) ?? new Map<string, Set<string>>();
      pending.set(site, ofSite.set(panelId, (ofSite.get(panelId) ?? new Set()).add(pageId)));
    },
    take(mostPanels) {
      const ofSite = pending.get(site) ?? new Map<string, Set<string>>();
      const taken = [...ofSite].slice(0, mostPanels);
      taken.forEach(([panelId]) => ofSite.delete(panelId));
      return new Map(taken);
    },
  });
}
