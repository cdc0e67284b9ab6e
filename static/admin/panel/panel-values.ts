import type { ColumnSettings, FilterStep, PanelProposal, PanelSettings } from '../../../src/contract';

export interface ColumnRow extends ColumnSettings {
  /** Tells rows apart on the screen; never leaves it. */
  rowId: number;
}

/** The panel form as typed. */
export interface PanelValues {
  name: string;
  description: string;
  dataSourceId: string;
  rowsSelector: string;
  /** Filter steps after the one that selects the rows. */
  laterFilters: FilterStep[];
  columns: ColumnRow[];
  rowsPerPage: string;
  /** By the name of the variable; an empty value leaves the default of the data source. */
  variableValues: Record<string, string>;
  /** As stored. */
  freshness: PanelSettings['freshness'];
}

let lastRowId = 0;

/** A column row for the screen, told apart from all others. */
export function newColumn(settings: ColumnSettings = { label: '', selector: '', type: 'text' }): ColumnRow {
  lastRowId += 1;
  return { ...settings, rowId: lastRowId };
}

/** A panel that nothing was typed for yet. */
export function emptyPanel(dataSourceId = ''): PanelValues {
  return {
    name: '',
    description: '',
    dataSourceId,
    rowsSelector: '',
    laterFilters: [],
    columns: [],
    rowsPerPage: '20',
    variableValues: {},
    freshness: undefined,
  };
}

/** The rows selector and columns of a proposal, as form values. */
export function proposalPatch({ rowsSelector, columns }: PanelProposal): Pick<PanelValues, 'rowsSelector' | 'columns'> {
  return { rowsSelector, columns: columns.map(newColumn) };
}

/** What the form says, as settings. A number of rows that is none becomes 0, which the app refuses at its field. */
export function toPanelSettings(values: PanelValues): PanelSettings {
  const rowsPerPage = /^\d+$/.test(values.rowsPerPage.trim()) ? Number(values.rowsPerPage) : 0;
  return {
    name: values.name.trim(),
    description: values.description.trim(),
    dataSourceId: values.dataSourceId,
    filters: [{ selector: values.rowsSelector.trim() }, ...values.laterFilters],
    columns: values.columns.map(({ label, selector, type }) => ({
      label: label.trim(),
      selector: selector.trim(),
      type,
    })),
    visual: { type: 'table', rowsPerPage },
    variableValues: Object.fromEntries(Object.entries(values.variableValues).filter(([, value]) => value !== '')),
    ...(values.freshness ? { freshness: values.freshness } : {}),
  };
}

/** Stored settings as form values. */
export function fromPanelSettings(settings: PanelSettings): PanelValues {
  const [rows, ...laterFilters] = settings.filters;
  return {
    name: settings.name,
    description: settings.description,
    dataSourceId: settings.dataSourceId,
    rowsSelector: rows?.selector ?? '',
    laterFilters,
    columns: settings.columns.map(newColumn),
    rowsPerPage: String(settings.visual.rowsPerPage),
    variableValues: settings.variableValues,
    freshness: settings.freshness,
  };
}

/** The columns with the one at `position` moved by `step` places; unchanged where it would leave the list. */
export function movedColumn(columns: ColumnRow[], position: number, step: -1 | 1): ColumnRow[] {
  const [from, to] = [columns[position], columns[position + step]];
  if (!from || !to) return columns;
  return columns.with(position, to).with(position + step, from);
}

/** Whether two settings show the same table: everything but name and description is equal. */
export function showsTheSame(one: PanelSettings, other: PanelSettings): boolean {
  const shown = ({ dataSourceId, filters, columns, visual, variableValues }: PanelSettings): string =>
    JSON.stringify([dataSourceId, filters, columns, visual, variableValues]);
  return shown(one) === shown(other);
}
