import { withPanelRequest } from '../../requests/panel-request';
import { resolvedValues } from '../../requests/resolved-values';
import type { PanelRequest, PanelSettings, VisualSettings } from '../../shared/contract';
import type { DataSource } from '../../data-sources/data-source';
import type { ValuesByName } from '../../placeholders/values';
import { type Reference, referenceText, valueOfReference } from '../../placeholders/reference';
import { bindSelector } from '../../placeholders/selector-template';
import { bindText } from '../../placeholders/text-template';
import type { PanelQuery } from '../shape/collect-frame';
import { momentPath } from './context-paths';
import { isUntold, refersToUntold } from './untold';
import { ownReferences, requestReferences, rowReferences, selectorReferences } from './used-references';

/** A panel with one set of values in it: what is requested, what its rows are made of, and how they are drawn. */
export interface BoundPanel {
  /** As it is stored. */
  dataSource: DataSource;
  /** The same with the panel's own path and parameters in its request. */
  source: DataSource;
  /** Those alone; absent where the panel adds none. */
  request?: PanelRequest;
  /** Of the request's variables. */
  values: Record<string, string>;
  query: PanelQuery;
  visual: VisualSettings;
  /** What the request depends on, and so which panels share one; the moment is not part of it. */
  requestInputs: Record<string, string>;
  /** The same with all that the rows depend on. */
  inputs: Record<string, string>;
  /** What the reader gave or is of it, as the panel refers to it; `null` for what nobody told. */
  given: Record<string, string | null>;
  /** The request or a selector needs what nobody told: there are no rows, and nothing is requested. */
  matchesNothing: boolean;
}

type Bindable = Pick<
  PanelSettings,
  'request' | 'variables' | 'variableValues' | 'filters' | 'columns' | 'rowSteps' | 'visual'
>;

/** Stands for the moment where inputs are named; no value can be it. */
const anyMoment = '\0';

/**
 * The panel with these values of its variables and of Confluence.
 * @throws Problem `invalid-input` for a value that a filter cannot hold
 */
export function bindPanel(settings: Bindable, dataSource: DataSource, values: ValuesByName): BoundPanel {
  const request = ownRequest(settings);
  const source = sourceOf(request, dataSource, values);
  const unmoved = new Map(values).set(momentPath, anyMoment);
  const forRequest = [...requestReferences(settings), ...ownReferences(settings, dataSource.settings)];
  const requestInputs = requestValues(settings, sourceOf(request, dataSource, unmoved), unmoved);
  const rowInputs = rowReferences(settings).map((reference): [string, string] => [
    `{${referenceText(reference)}}`,
    valueOfReference(reference, unmoved),
  ]);
  return {
    dataSource,
    source,
    request,
    values: requestValues(settings, source, values),
    query: queryOf(settings, values),
    visual: visualOf(settings.visual, values),
    requestInputs,
    inputs: { ...requestInputs, ...Object.fromEntries(rowInputs) },
    given: givenValues([...rowReferences(settings), ...forRequest], unmoved),
    matchesNothing: [...forRequest, ...selectorReferences(settings)].some((each) => isUntold(each, unmoved)),
  };
}

function givenValues(references: readonly Reference[], values: ValuesByName): Record<string, string | null> {
  const valueOf = (reference: Reference) => (isUntold(reference, values) ? null : valueOfReference(reference, values));
  return Object.fromEntries(references.map((reference) => [referenceText(reference), valueOf(reference)]));
}

/** Whether other rows belong to the panel at another moment. */
export function dependsOnMoment({ inputs }: Pick<BoundPanel, 'inputs'>): boolean {
  return Object.values(inputs).some((text) => text.includes(anyMoment));
}

function ownRequest({ request }: Bindable): PanelRequest | undefined {
  return request && (request.path !== '' || request.parameters.length > 0) ? request : undefined;
}

function sourceOf(request: PanelRequest | undefined, dataSource: DataSource, values: ValuesByName): DataSource {
  if (!request) return dataSource;
  return { ...dataSource, settings: withPanelRequest(dataSource.settings, request, values) };
}

/** Of each variable of the request: what the panel gives it, else the panel's variable of its name, else its default. */
function requestValues(
  { variables = [], variableValues }: Bindable,
  { settings }: DataSource,
  values: ValuesByName,
): Record<string, string> {
  const own = variables.map(({ key }): [string, string] => [key, values.get(key) ?? '']);
  const told = Object.entries(variableValues)
    .filter(([, text]) => text !== '')
    .map(([name, text]): [string, string] => [name, bindText(text, values)]);
  return resolvedValues(settings.variables, Object.fromEntries([...own, ...told]));
}

function queryOf({ filters, columns, rowSteps }: Bindable, values: ValuesByName): PanelQuery {
  return {
    filters: filters.map((step) => ({ ...step, selector: bindSelector(step.selector, values) })),
    columns,
    rowSteps,
    bind: (text) => (refersToUntold(text, values) ? undefined : bindText(text, values)),
  };
}

/** In a sentence a bracket begins the label of a column; one that comes with a value is a bracket. */
function visualOf(visual: VisualSettings, values: ValuesByName): VisualSettings {
  if (visual.type === 'text') {
    return { ...visual, text: bindText(visual.text, values, (value) => value.replaceAll('[', '[[')) };
  }
  if (visual.type !== 'number') return visual;
  return { ...visual, label: bindText(visual.label, values), unit: bindText(visual.unit, values) };
}
