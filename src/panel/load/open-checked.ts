import type { LoadRequest } from '../../shared/contract';
import type { PageReader } from '../variables/read-context';
import type { ReadRows } from './load-rows';
import { openPanel, type OpenPanel } from './open-panel';
import type { PanelServices } from './panel-services';

/**
 * As `openPanel`, with every value of a list seen to be one of its entries, whatever panel these come from. Lists of that
 * panel are never looked at, so panels that name each other do no harm.
 * @throws Problem as `openPanel` and `requireOffered`
 */
export async function openChecked(
  request: Pick<LoadRequest, 'panelId' | 'values'>,
  pageReader: PageReader,
  services: PanelServices,
  read?: ReadRows,
): Promise<OpenPanel> {
  const open = await openPanel(request, pageReader, services);
  if (open.chosen.length === 0 || 'card' in open.rights) return open; // nothing is loaded before they connect
  const { requireOffered } = await import('./offered-values'); // hardly any load needs it
  await requireOffered(open.chosen, pageReader, services, read);
  return open;
}
