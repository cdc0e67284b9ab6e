import type { PanelPages } from '../shared/contract';
import type { Content } from '../ports';
import { pagesNamed } from '../shared/limits';
import type { ShownPagesPorts } from '../panel/load/shown-pages';
import { shownPagesOf } from '../panel/load/shown-pages';

/** The pages that show any of the panels: the titles of those that the caller may read, and how many others there are. */
export async function pagesShowing(
  panelIds: string[],
  services: ShownPagesPorts & { content: Pick<Content, 'readable'> },
): Promise<PanelPages> {
  const shown = await shownPagesOf(panelIds, services);
  const ids = [...new Set([...shown.values()].flat())];
  const found = await Promise.all(ids.slice(0, pagesNamed).map((id) => services.content.readable(id)));
  const titles = found.flatMap((page) => page?.title ?? []);
  return { titles, others: ids.length - titles.length };
}
