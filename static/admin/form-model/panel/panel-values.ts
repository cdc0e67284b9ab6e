import type {
  ColumnSettings,
  FilterStep,
  PanelProposal,
  PanelRequest,
  PanelSettings,
  PanelVariable,
  RowStep,
  VariableValues,
  VisualSettings,
} from '../../../../src/shared/contract';
import type { NamedRow } from '../named-rows';
import { pairsOf, rowsOfPairs } from '../named-rows';
import type { Item } from '../items';
import { newItem, valuesOf } from '../items';
import type { FreshnessValues } from '../freshness-values';
import { freshnessValues, toFreshness } from '../freshness-values';
import type { KeyedColumn } from './column-keys';
import { keyedColumns } from './column-keys';
import { trimmedStep } from './trimmed-step';

/** The panel form as typed. */
export interface PanelValues {
  name: string;
  description: string;
  dataSourceId: string;
  path: string;
  parameters: NamedRow[];
  variables: Item<PanelVariable>[];
  /** By the name of the placeholder; an empty value leaves the default of the data source. */
  variableValues: Record<string, string>;
  /** The first one selects the rows; there is always one. */
  filters: Item<FilterStep>[];
  columns: KeyedColumn[];
  rowSteps: Item<RowStep>[];
  visual: VisualSettings;
  /** Undefined for that of the data source. */
  freshness: FreshnessValues | undefined;
  onlyWhenComplete: boolean;
  sharedWithoutAccount: boolean;
  /** What the preview gives the variables, by key; no record keeps it. */
  sampleValues: VariableValues;
}

/** A panel that nothing was typed for yet. */
export function emptyPanel(dataSourceId = ''): PanelValues {
  return {
    name: '',
    description: '',
    dataSourceId,
    path: '',
    parameters: [],
    variables: [],
    variableValues: {},
    filters: [newItem({ selector: '' })],
    columns: [],
    rowSteps: [],
    visual: { type: 'table', rowsPerPage: 20 },
    freshness: undefined,
    onlyWhenComplete: false,
    sharedWithoutAccount: false,
    sampleValues: {},
  };
}

/** The filter steps and columns of a proposal, as form values. */
export function proposalPatch(proposal: PanelProposal): Pick<PanelValues, 'filters' | 'columns'> {
  const numbered = proposal.columns.map((column, index) => ({ ...column, key: `c${index + 1}` }));
  return { filters: proposedFilters(proposal), columns: numbered };
}

/** The filter steps of a proposal, as form values. */
export function proposedFilters({
  rowsSelector,
  filters = [{ selector: rowsSelector }],
}: PanelProposal): Item<FilterStep>[] {
  return filters.map(newItem);
}

/** What the form says, as settings. */
export function toPanelSettings(values: PanelValues): PanelSettings {
  const { variables, rowSteps, freshness, onlyWhenComplete, sharedWithoutAccount } = values;
  const request = requestOf(values);
  return {
    name: values.name.trim(),
    description: values.description.trim(),
    dataSourceId: values.dataSourceId,
    ...(request ? { request } : {}),
    ...(variables.length > 0 ? { variables: valuesOf(variables).map(trimmedVariable) } : {}),
    variableValues: Object.fromEntries(Object.entries(values.variableValues).filter(([, value]) => value !== '')),
    filters: valuesOf(values.filters).map(trimmedFilter),
    columns: values.columns.map(trimmedColumn),
    ...(rowSteps.length > 0 ? { rowSteps: valuesOf(rowSteps).map(trimmedStep) } : {}),
    visual: values.visual,
    ...(freshness ? { freshness: toFreshness(freshness) } : {}),
    ...(onlyWhenComplete ? { onlyWhenComplete } : {}),
    ...(sharedWithoutAccount ? { sharedWithoutAccount } : {}),
  };
}

/** What the panel requests beyond the data source's request; undefined for nothing. */
export function requestOf({ path, parameters }: Pick<PanelValues, 'path' | 'parameters'>): PanelRequest | undefined {
  const pairs = pairsOf(parameters);
  return path.trim() === '' && pairs.length === 0 ? undefined : { path: path.trim(), parameters: pairs };
}

function trimmedFilter({ unfold, ...filter }: FilterStep): FilterStep {
  return { ...filter, selector: filter.selector.trim(), ...(unfold?.trim() ? { unfold: unfold.trim() } : {}) };
}

function trimmedVariable(variable: PanelVariable): PanelVariable {
  return { ...variable, key: variable.key.trim(), label: variable.label.trim() };
}

function trimmedColumn({ sortSelector, ...column }: ColumnSettings): ColumnSettings {
  const sorted = sortSelector?.trim() ? { sortSelector: sortSelector.trim() } : {};
  return { ...column, label: column.label.trim(), selector: column.selector.trim(), ...sorted };
}

/** Stored settings as form values. */
export function fromPanelSettings(settings: PanelSettings): PanelValues {
  const { name, description, dataSourceId, request, variables, variableValues, filters, rowSteps } = settings;
  return {
    name,
    description,
    dataSourceId,
    path: request?.path ?? '',
    parameters: rowsOfPairs(request?.parameters ?? []),
    variables: (variables ?? []).map(newItem),
    variableValues,
    filters: (filters.length > 0 ? filters : [{ selector: '' }]).map(newItem),
    columns: keyedColumns(settings.columns),
    rowSteps: (rowSteps ?? []).map(newItem),
    visual: settings.visual,
    freshness: settings.freshness && freshnessValues(settings.freshness),
    onlyWhenComplete: settings.onlyWhenComplete === true,
    sharedWithoutAccount: settings.sharedWithoutAccount === true,
    sampleValues: {},
  };
}

/** What decides how a panel looks, as one comparable text: everything but name, description, and when and which readers get its rows. */
export function shownPart(settings: PanelSettings): string {
  const { freshness: _, onlyWhenComplete: __, sharedWithoutAccount: ___, ...shown } = settings;
  return JSON.stringify({ ...shown, name: '', description: '' });
}
