import type { ChoiceDetails, PanelPreview, VariableValues } from '../shared/contract';
import type { VerifiedContent } from '../ports';
import { Problem } from '../shared/problem';
import { drawing } from '../panel/load/draw-panel';
import { keptHead, keptRows } from '../panel/load/kept-rows';
import { openChecked } from '../panel/load/open-checked';
import { picturesOf } from '../panel/load/identity/pictures';
import { loadOf, openPanel, type OpenPanel } from '../panel/load/open-panel';
import type { PanelServices } from '../panel/load/panel-services';

const shownRows = 10;

/** An editor on content that they were seen to be allowed to edit, even a draft that nobody reads yet. */
export interface Editor {
  accountId: string;
  content: VerifiedContent;
}

/**
 * What can be set for a panel in a macro on this content: its variables as this editor finds them, and its columns, hidden
 * ones apart. Null where the panel is gone, or not allowed in the space.
 * @throws Problem `record-newer`
 */
export async function choiceDetails(
  panelId: string,
  editor: Editor,
  services: PanelServices,
): Promise<ChoiceDetails | null> {
  const open = await openIfAllowed(panelId, editor, services);
  if (!open) return null;
  const { panel, dataSource, inputs } = open;
  const { name, description, visual } = panel.settings;
  const { resultColumns } = await import('../panel/shape/result-columns');
  const columns = resultColumns(panel.settings);
  return {
    choice: { id: panel.id, name, description, dataSourceName: dataSource.settings.name },
    visual: visual.type,
    variables: inputs.views,
    columns: columns.filter(({ hidden }) => !hidden).map(({ key, label, type }) => ({ key, label, type })),
  };
}

/**
 * The first rows of a panel for an editor who may show it on this content: kept ones where they are fresh, else those of
 * the first pages, because a look at them must not wait for the last.
 * @throws Problem `not-found`, `record-newer`, `forbidden`, `invalid-input`, those of `previewRows`
 */
export async function previewChoice(
  request: { panelId: string; values?: VariableValues },
  editor: Editor,
  services: PanelServices,
): Promise<PanelPreview> {
  const load = loadOf(await openChecked(request, editor, services), services);
  const pictures = picturesOf(load.panel.settings, load.bound.dataSource.settings);
  const draw = drawing(load.bound.visual, { window: { offset: 0, count: shownRows }, pictures });
  const head = await keptHead(load);
  const kept = head && services.now() < head.freshUntil ? await keptRows({ ...load, draw }, head) : undefined;
  if (kept?.state === 'view') return { view: kept.view, reading: kept.reading };
  const { previewRows } = await import('./preview-panel');
  return previewRows({ ...load, pictures }, shownRows, services);
}

async function openIfAllowed(panelId: string, editor: Editor, services: PanelServices): Promise<OpenPanel | undefined> {
  try {
    return await openPanel({ panelId }, editor, services);
  } catch (error) {
    const isNone = error instanceof Problem && (error.code === 'not-found' || error.code === 'forbidden');
    if (isNone) return undefined;
    throw error;
  }
}
