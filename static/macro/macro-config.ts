import type { MacroConfig } from '../../src/contract';

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

function rowsOf(value: unknown): number | undefined {
  const rows = Number(value);
  return Number.isInteger(rows) && rows > 0 && rows <= 100 ? rows : undefined;
}

/** What the settings dialog saved, read from the view's context; a value that is none of ours is left out. */
export function macroConfigFrom(extension: Record<string, unknown>): MacroConfig {
  const config = (extension.config ?? {}) as Record<string, unknown>;
  return {
    panelId: textOf(config.panelId),
    panelName: textOf(config.panelName),
    title: textOf(config.title),
    rowsPerPage: rowsOf(config.rowsPerPage),
  };
}
