import type { PanelForm, PanelSettings } from '../shared/contract';
import type { DataSource } from '../data-sources/data-source';
import { getDataSource } from '../data-sources/data-source-store';
import { newId } from '../ids';
import { shownPagesKey, variantsKey } from '../keys';
import { Problem } from '../shared/problem';
import { refuseFields } from '../data-sources/rules';
import { checkPanel } from './check-panel';
import { type Panel, panelSchema } from '../panel/load/panel';
import type { PanelServices } from '../panel/load/panel-services';
import { deleteSnapshots } from '../panel/load/snapshot/snapshot-store';
import { getPanel, readablePanel } from '../panel/load/panel-store';
import { passOnShownPages } from '../panel/load/shown-pages';
import { noteSuccessor, passOnSuccession } from '../panel/load/successor';
import { checkLists } from './list-rules';

/**
 * The panel as stored now. Deleting its data source at the same moment deletes the panel, or leaves none to delete.
 * @throws Problem `invalid-input` with fields, `not-found`, `record-newer`, `conflict` when somebody saved it meanwhile
 */
export async function savePanel(form: PanelForm, accountId: string, services: PanelServices): Promise<Panel> {
  const { dataSourceId } = form.settings;
  const dataSource = await getDataSource(dataSourceId, services.dataSources);
  const settings = tidied(form.settings, dataSource);
  refuseFields([...checkPanel(settings, dataSource), ...(await checkLists(settings, services.panels))]);
  const stored = form.id === undefined ? undefined : await getPanel(form.id, services.panels);
  const panel = stored ? changed(stored, settings, services.now()) : created(settings, accountId, services.now());
  if (!(await write(panel, stored, form.rev, services))) throw changedBySomebodyElse();
  await requireStillThere(panel, services);
  return panel;
}

/** Whoever deletes a data source may have looked for its panels before this one was there. */
async function requireStillThere({ id, settings }: Panel, { dataSources, panels }: PanelServices): Promise<void> {
  try {
    await getDataSource(settings.dataSourceId, dataSources);
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-found') await panels.delete(id);
    throw error;
  }
}

/**
 * Deletes the panel, then what was kept for it. With `successorId`, macros that name it show that panel from then on.
 * Nothing is deleted where it is gone already.
 * @throws Problem `record-newer`, `invalid-input` for a successor that does not exist or is the panel itself
 */
export async function deletePanel(
  { id, successorId }: { id: string; successorId?: string },
  services: PanelServices,
): Promise<void> {
  const { panels, storage } = services;
  const panel = await panels.get(id);
  if (panel) readablePanel(panel);
  if (successorId !== undefined) await requireSuccessor(id, successorId, panels);
  if (panel) await noteSuccessor(id, successorId, storage); // before the panel goes, so that no macro stands without one
  await panels.delete(id);
  await passOnSuccession(id, successorId, storage);
  if (successorId !== undefined) await passOnShownPages(id, successorId, services);
  await deleteSnapshots(id, storage);
  await storage.delete(variantsKey(id));
  await storage.delete(shownPagesKey(id));
}

async function requireSuccessor(id: string, successorId: string, panels: PanelServices['panels']): Promise<void> {
  const found = successorId === id ? undefined : await panels.get(successorId);
  if (!found) refuseFields([{ path: 'successorId', message: 'This panel no longer exists. Choose another one.' }]);
}

function created(settings: PanelSettings, accountId: string, now: number): Panel {
  const id = newId();
  const times = { createdBy: accountId, createdAt: now, updatedAt: now };
  return { schema: panelSchema, id, rev: 1, by: newId(), settings, ...times };
}

function changed(stored: Panel, settings: PanelSettings, now: number): Panel {
  const { id, rev, createdBy, createdAt } = stored;
  const times = { createdBy, createdAt, updatedAt: now };
  return { schema: panelSchema, id, rev: rev + 1, by: newId(), settings, ...times };
}

/** Without values for variables that the data source has no more. */
function tidied(settings: PanelSettings, { settings: { variables } }: DataSource): PanelSettings {
  const isThere = (name: string) => variables.some((variable) => variable.name === name);
  const values = Object.entries(settings.variableValues).filter(([name]) => isThere(name));
  const variableValues = Object.fromEntries(values);
  return { ...settings, name: settings.name.trim(), description: settings.description.trim(), variableValues };
}

async function write(
  panel: Panel,
  stored: Panel | undefined,
  openedRev: number | undefined,
  { panels }: PanelServices,
): Promise<boolean> {
  if (!stored) return panels.create(panel.id, panel);
  return stored.rev === openedRev && panels.replace(panel.id, stored.rev, panel);
}

const changedBySomebodyElse = () =>
  new Problem('conflict', 'Someone else has changed this panel since you opened it. Open it again to see the changes.');
