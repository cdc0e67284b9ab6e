import { shownPagesKey } from '../../keys';
import type { Log, Now, Storage } from '../../ports';
import { shownPagesKeptDays, shownPagesOfPanel } from '../../shared/limits';
import { hasMembers } from '../../unreadable-record';
import type { SeenPages } from './seen-pages';

/** The pages that a panel was seen on, each with the last day, in days since the epoch. */
interface ShownPages {
  schema: number;
  pages: Record<string, number>;
}

const schema = 1;
const dayMs = 24 * 60 * 60 * 1000;
/** Of whose pages one reading takes notes; those of others wait for the next one. */
const panelsNotedAtOnce = 10;

export interface ShownPagesPorts {
  storage: Storage;
  now: Now;
}

/** The ids of the pages that showed each panel in the last 90 days, the latest first; panels without one are absent. */
export async function shownPagesOf(
  panelIds: string[],
  { storage, now }: ShownPagesPorts,
): Promise<Map<string, string[]>> {
  const found = await storage.getMany<unknown>(panelIds.map(shownPagesKey));
  const listed = panelIds.map((id): [string, string[]] => [id, idsOf(found.get(shownPagesKey(id)), dayOf(now()))]);
  return new Map(listed.filter(([, pages]) => pages.length > 0));
}

/**
 * Notes the pages that this process has seen panels on, each once a day. For whoever reads rows anyway: a view alone costs
 * neither a read nor a write. Never throws, as nobody's rows depend on it.
 */
export async function noteSeenPages({
  seenPages,
  storage,
  now,
  log,
}: ShownPagesPorts & { seenPages: SeenPages; log: Log }): Promise<void> {
  const seen = seenPages.take(panelsNotedAtOnce);
  try {
    await Promise.all([...seen].map(([panelId, pages]) => note(panelId, [...pages], { storage, now })));
  } catch (error) {
    log('pages-not-noted', { panels: seen.size, error: error instanceof Error ? error.name : 'unknown' });
  }
}

/** Counts the pages of a panel that was replaced among those of the one that is shown there now. */
export async function passOnShownPages(panelId: string, toPanelId: string, ports: ShownPagesPorts): Promise<void> {
  const { storage, now } = ports;
  const found = await storage.getMany<unknown>([panelId, toPanelId].map(shownPagesKey));
  const [former, own] = [panelId, toPanelId].map((id) => pagesIn(found.get(shownPagesKey(id))));
  const today = dayOf(now());
  if (former && Object.keys(former).length > 0) await keep(toPanelId, { ...own, ...former }, today, storage);
}

async function note(panelId: string, pageIds: string[], { storage, now }: ShownPagesPorts): Promise<void> {
  const today = dayOf(now());
  const noted = pagesIn(await storage.get(shownPagesKey(panelId)));
  if (pageIds.every((id) => noted[id] === today)) return;
  await keep(panelId, { ...noted, ...Object.fromEntries(pageIds.map((id) => [id, today])) }, today, storage);
}

async function keep(panelId: string, all: Record<string, number>, today: number, storage: Storage): Promise<void> {
  const pages = Object.fromEntries(newest(Object.entries(all), today).slice(0, shownPagesOfPanel));
  const ttlSeconds = (shownPagesKeptDays + 1) * 86_400;
  await storage.set(shownPagesKey(panelId), { schema, pages } satisfies ShownPages, { ttlSeconds });
}

const dayOf = (at: number) => Math.floor(at / dayMs);

const idsOf = (record: unknown, today: number) => newest(Object.entries(pagesIn(record)), today).map(([id]) => id);

const newest = (pages: [string, number][], today: number) =>
  pages.filter(([, day]) => today - day < shownPagesKeptDays).sort(([, a], [, b]) => b - a);

function pagesIn(record: unknown): Record<string, number> {
  if (!hasMembers(record, { schema: 'number', pages: 'object' })) return {};
  const { pages } = record as ShownPages;
  return Object.fromEntries(
    Object.entries(pages).filter(([id, day]) => /^\d{1,20}$/.test(id) && Number.isInteger(day)),
  );
}
