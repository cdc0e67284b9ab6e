import type { CardsSettings } from '../shared/contract';
import type { CardsView } from '../shared/view';
import type { FrameSource } from './frame-source';
import type { RequestedWindow } from './known-window';
import { requirePlace } from './named-column';
import { rowsView } from './rows-view';

/**
 * The cards' view for the window: all columns, one of which is the title.
 * @throws Problem `visual-unsuited`
 */
export async function cardsView(
  source: FrameSource,
  { title, image }: CardsSettings,
  window: RequestedWindow,
): Promise<CardsView> {
  const titlePlace = requirePlace(source, title, 'the title of its cards');
  const imagePlace = image === undefined ? undefined : requirePlace(source, image, 'the image of its cards');
  const rows = await rowsView(source, window);
  return { visual: 'cards', ...rows, title: titlePlace, ...(imagePlace !== undefined && { image: imagePlace }) };
}
