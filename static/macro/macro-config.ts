import type { VariableUse, VariableValues } from '../../src/shared/contract';

/** What the settings dialog saved with a macro, as far as it is ours. */
export interface SavedSettings {
  panelId?: string;
  /** The panel's name when it was picked, for the day it is gone. */
  panelName?: string;
  title?: string;
  rowsPerPage?: number;
  hiddenColumns?: string[];
  /** Key of the column that an inline macro shows. */
  column?: string;
  /** Values of variables in place of the panel's defaults. */
  values: VariableValues;
  /** Who sets a variable; the reader, where it is absent. */
  uses: Record<string, VariableUse>;
}

const uses: readonly VariableUse[] = ['reader', 'fixed', 'hidden'];
const mostNames = 100;
const mostRows = 500;
const longestValue = 2000;

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

function pageSizeOf(value: unknown): number | undefined {
  const rows = Number(value);
  return Number.isInteger(rows) && rows > 0 && rows <= mostRows ? rows : undefined;
}

function keysOf(value: unknown): string[] | undefined {
  const keys = Array.isArray(value) ? value.filter((key) => typeof key === 'string' && key !== '') : [];
  return keys.length > 0 ? keys.slice(0, mostNames) : undefined;
}

/** The entries whose name begins with the prefix, without it, as far as the value suits. */
function named<T extends string>(
  config: Record<string, unknown>,
  prefix: string,
  suits: (value: unknown) => value is T,
): Record<string, T> {
  const found = Object.entries(config).flatMap(([name, value]): [string, T][] =>
    name.startsWith(prefix) && name !== prefix && suits(value) ? [[name.slice(prefix.length), value]] : [],
  );
  return Object.fromEntries(found.slice(0, mostNames));
}

const isValue = (value: unknown): value is string => typeof value === 'string' && value.length <= longestValue;
const isUse = (value: unknown): value is VariableUse => uses.some((use) => use === value);

/** What the settings dialog saved, read from the view's context; a value that is none of ours is left out. */
export function macroConfigFrom(extension: Record<string, unknown>): SavedSettings {
  const config = (extension.config ?? {}) as Record<string, unknown>;
  return {
    panelId: textOf(config.panelId),
    panelName: textOf(config.panelName),
    title: textOf(config.title),
    rowsPerPage: pageSizeOf(config.rowsPerPage),
    hiddenColumns: keysOf(config.hiddenColumns),
    column: textOf(config.column),
    values: named(config, 'value.', isValue),
    uses: named(config, 'use.', isUse),
  };
}
