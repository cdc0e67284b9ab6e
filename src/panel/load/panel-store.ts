import { isId } from '../../ids';
import type { EntityStorage } from '../../ports';
import { Problem } from '../../shared/problem';
import { hasMembers, unreadableRecord } from '../../unreadable-record';
import { type Panel, panelSchema } from './panel';

/**
 * The stored panel of that id.
 * @throws Problem `not-found`, `record-newer`, `record-unreadable`
 */
export async function getPanel(id: string, panels: EntityStorage<Panel>): Promise<Panel> {
  const panel = isId(id) ? await panels.get(id) : undefined;
  if (!panel) throw missingPanel();
  return readablePanel(panel);
}

/** That a panel is gone, in words for whoever looks for it. */
export const missingPanel = () =>
  new Problem('not-found', 'This panel no longer exists; it may have been deleted.', {
    remedy: 'An editor can pick another one.',
  });

/**
 * The panel, with the default of every member that did not exist when it was written.
 * @throws Problem `record-newer` for one that a newer version of the app wrote, `record-unreadable` for a damaged one
 */
export function readablePanel(panel: Panel): Panel {
  if (isReadablePanel(panel)) return complete(panel);
  throw unreadableRecord('This panel', panel, panelSchema);
}

/** All panels that this version can read, by name. May miss one saved moments ago. */
export async function listStoredPanels(panels: EntityStorage<Panel>): Promise<Panel[]> {
  const all = (await panels.list()).map(({ value }) => value);
  return all
    .filter(isReadablePanel)
    .map(complete)
    .sort((a, b) => a.settings.name.localeCompare(b.settings.name));
}

/** Whether this version of the app wrote the record or knows how it is made, and it is whole. */
export function isReadablePanel({ schema, settings }: Panel): boolean {
  const members = {
    name: 'string',
    dataSourceId: 'string',
    filters: 'object',
    columns: 'object',
    visual: 'object',
  } as const;
  return schema <= panelSchema && hasMembers(settings, members);
}

const noValues = { variableValues: {} };

function complete(panel: Panel): Panel {
  return { ...panel, settings: { ...noValues, ...panel.settings } };
}
