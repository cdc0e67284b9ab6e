import { isId } from '../ids';
import type { EntityStorage } from '../ports';
import { Problem } from '../problem';
import { type Panel, panelSchema } from './panel';

/**
 * The stored panel of that id.
 * @throws Problem `not-found`, `record-newer`
 */
export async function getPanel(id: string, panels: EntityStorage<Panel>): Promise<Panel> {
  const panel = isId(id) ? await panels.get(id) : undefined;
  if (!panel) {
    const message = 'This panel does not exist any more; it may have been deleted. An editor can pick another one.';
    throw new Problem('not-found', message);
  }
  if (!isReadablePanel(panel)) {
    const message = 'This panel was saved by a newer version of the app. A site admin can update the app.';
    throw new Problem('record-newer', message);
  }
  return panel;
}

/** All panels that this version can read, by name. May miss one saved moments ago. */
export async function listStoredPanels(panels: EntityStorage<Panel>): Promise<Panel[]> {
  const all = (await panels.list()).map(({ value }) => value);
  return all.filter(isReadablePanel).sort((a, b) => a.settings.name.localeCompare(b.settings.name));
}

function isReadablePanel(panel: Panel): boolean {
  return panel.schema <= panelSchema;
}
