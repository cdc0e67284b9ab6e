import type { MacroConfig, PanelChoice, VariableUse } from '../shared/contract';
import { pageSizes } from '../shared/page-sizes';

const longestTitle = 200;
const longestValue = 2000;
const mostNames = 50;

/** What the dialog is about: everything the editor can set, as it stands in the fields. */
export interface Settings {
  panelId: string | undefined;
  /** The name under which the panel was saved, for the day it is gone. */
  panelName: string | undefined;
  title: string;
  /** The panel's own without it. */
  rowsPerPage: number | undefined;
  /** Keys of columns. */
  hiddenColumns: string[];
  /** Key of the column that an inline macro shows; the panel's own visual without one. */
  column: string | undefined;
  /** By the key of the variable; one that is absent or empty has the panel's default. */
  values: Record<string, string>;
  /** By the key of the variable; readers may change one that is absent. */
  uses: Record<string, VariableUse>;
}

const uses: readonly VariableUse[] = ['reader', 'fixed', 'hidden'];

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined;
}

function textsOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.filter((one: unknown): one is string => typeof one === 'string' && one !== '').slice(0, mostNames);
}

const isValue = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= longestValue;
const isUse = (value: unknown): value is VariableUse => uses.some((use) => use === value);

/** The entries whose name begins with the prefix, without it. */
function named<T>(config: object, prefix: string, suits: (value: unknown) => value is T): Record<string, T> {
  const found = Object.entries(config).flatMap(([name, value]: [string, unknown]): [string, T][] =>
    name.startsWith(prefix) && suits(value) ? [[name.slice(prefix.length), value]] : [],
  );
  return Object.fromEntries(found.slice(0, mostNames));
}

/** The settings saved with the macro; fields that hold none of ours are empty. */
export function settingsFrom(config: unknown): Settings {
  const saved = typeof config === 'object' && config !== null ? (config as Record<string, unknown>) : {};
  return {
    panelId: textOf(saved.panelId),
    panelName: textOf(saved.panelName),
    title: textOf(saved.title) ?? '',
    rowsPerPage: pageSizes.find((size) => size === Number(saved.rowsPerPage)),
    hiddenColumns: textsOf(saved.hiddenColumns),
    column: textOf(saved.column),
    values: named(saved, 'value.', isValue),
    uses: named(saved, 'use.', isUse),
  };
}

/** The settings for another panel: what belonged to the columns and variables of the one before is gone. */
export function forPanel({ title, rowsPerPage }: Settings, panelId: string): Settings {
  return { ...settingsFrom({}), title, rowsPerPage, panelId };
}

/** The settings as they hold for the panel that the macro shows: of another one than was picked, no column is meant. */
export function shownBy(saved: Settings, panelId: string | undefined): Settings {
  return saved.panelId === panelId ? saved : { ...saved, panelId, hiddenColumns: [], column: undefined };
}

/** What to save for a picked panel: JSON without nulls and empty entries, as the platform demands. */
export function configToSave(settings: Settings, { id, name }: PanelChoice): MacroConfig {
  const { rowsPerPage, hiddenColumns, column } = settings;
  const title = settings.title.trim().slice(0, longestTitle);
  const values = Object.entries(settings.values).filter(([, value]) => isValue(value));
  const changed = Object.entries(settings.uses).filter(([, use]) => use !== 'reader');
  return {
    panelId: id,
    panelName: name,
    ...(title ? { title } : {}),
    ...(rowsPerPage ? { rowsPerPage } : {}),
    ...(hiddenColumns.length > 0 ? { hiddenColumns } : {}),
    ...(column ? { column } : {}),
    ...Object.fromEntries(values.map(([key, value]) => [`value.${key}`, value])),
    ...Object.fromEntries(changed.map(([key, use]) => [`use.${key}`, use])),
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
