import type { PanelSettings, ReadyPanel } from '../../../../src/shared/contract';

const previewRows = 5;
/** Stands for a data source that has no ID yet. */
const noSource = '0'.repeat(32);

/** A ready panel on the data source, as it is saved. */
export function readySettings(panel: ReadyPanel, dataSourceId: string): PanelSettings {
  const { name, description, request, variableValues = {}, filters, columns } = panel;
  return {
    name,
    description,
    dataSourceId,
    ...(request && { request }),
    variableValues,
    filters,
    columns: columns.map((column, index) => ({ ...column, key: `c${index + 1}` })),
    visual: { type: 'table', rowsPerPage: 20 },
  };
}

/** The same for a look at its first rows before anything is saved. */
export function readyPreview(panel: ReadyPanel): PanelSettings {
  return { ...readySettings(panel, noSource), visual: { type: 'table', rowsPerPage: previewRows } };
}

/** The scopes that the panel needs and that are not among those requested. */
export function missingScopes({ scopes = '' }: ReadyPanel, requested: string): string[] {
  const present = requested.split(/[\s,]+/);
  return scopes.split(' ').filter((scope) => scope !== '' && !present.includes(scope));
}
