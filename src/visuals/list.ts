import type { ListSettings } from '../shared/contract';
import type { ListView } from '../shared/view';
import { type FrameSource, onlyColumns } from './frame-source';
import type { RequestedWindow } from './known-window';
import { requirePlace } from './named-column';
import { rowsView } from './rows-view';

/**
 * The list's view for the window, with the columns it shows and no others.
 * @throws Problem `visual-unsuited`
 */
export async function listView(
  source: FrameSource,
  { primary, secondary }: ListSettings,
  window: RequestedWindow,
): Promise<ListView> {
  const places = [
    requirePlace(source, primary, 'the first text of its list'),
    ...secondary.map((key) => requirePlace(source, key, 'a text beside it in its list')),
  ];
  const shown = [...new Set(places)];
  const [first = 0, ...others] = places.map((place) => shown.indexOf(place));
  const rows = await rowsView(onlyColumns(source, shown), window);
  return { visual: 'list', ...rows, primary: first, secondary: others };
}
