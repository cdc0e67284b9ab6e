import type { MacroConfig, PanelChoice } from '../contract';

const longestTitle = 200;

/** The page sizes an editor may choose; without one the panel's own applies. */
export const pageSizes = [10, 25, 50, 100] as const;

/** What the dialog is about: everything the editor can set, as it stands in the fields. */
export interface Settings {
  panelId: string | undefined;
  /** The name under which the panel was saved, for the day it is gone. */
  panelName: string | undefined;
  title: string;
  rowsPerPage: number | undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined;
}

/** The settings saved with the macro; fields that hold none of ours are empty. */
export function settingsFrom(config: unknown): Settings {
  const { panelId, panelName, title, rowsPerPage } = (config ?? {}) as Record<string, unknown>;
  return {
    panelId: textOf(panelId),
    panelName: textOf(panelName),
    title: textOf(title) ?? '',
    rowsPerPage: pageSizes.find((size) => size === Number(rowsPerPage)),
  };
}

/** What to save for a picked panel: flat JSON without empty entries, as the platform demands. */
export function configToSave({ title, rowsPerPage }: Settings, { id, name }: PanelChoice): MacroConfig {
  const shortTitle = title.trim().slice(0, longestTitle);
  return {
    panelId: id,
    panelName: name,
    ...(shortTitle ? { title: shortTitle } : {}),
    ...(rowsPerPage ? { rowsPerPage } : {}),
  };
}

/** How a choice reads in the list; everything in it is found by typing. */
export function choiceLabel({ name, description, dataSourceName }: PanelChoice): string {
  return `${description ? `${name} — ${description}` : name} (${dataSourceName})`;
}

/** The choices of both lists, each once, those of the first list first. */
export function mergeChoices(known: PanelChoice[], found: PanelChoice[]): PanelChoice[] {
  return [...new Map([...known, ...found].map((choice) => [choice.id, choice])).values()];
}
