import type { DataSourceSettings, PanelSettings, VisualSettings } from '../../shared/contract';
import { type Reference } from '../../placeholders/reference';
import { referencesIn } from '../../placeholders/text-template';

type Rows = Pick<PanelSettings, 'filters' | 'rowSteps'>;

/** What the rows of a panel are chosen and worked out with, beside the data source's request. */
export function rowReferences({ filters, rowSteps = [] }: Rows): Reference[] {
  return [...selectorReferences({ filters }), ...textsIn(rowSteps).flatMap(referencesIn)];
}

/** What the selectors of a panel refer to. */
export function selectorReferences({ filters }: Pick<Rows, 'filters'>): Reference[] {
  return filters.flatMap(({ selector }) => referencesIn(selector));
}

/** What a panel sends to its data source. */
export function requestReferences({ request, variableValues }: Pick<PanelSettings, 'request' | 'variableValues'>) {
  return [...textsIn(request ?? {}), ...Object.values(variableValues)].flatMap(referencesInRequest);
}

/** The panel's variables that the request has by their own names, and not by what the panel gives these. */
export function ownReferences(
  { variables = [], variableValues }: Pick<PanelSettings, 'variables' | 'variableValues'>,
  { variables: ofRequest }: Pick<DataSourceSettings, 'variables'>,
): Reference[] {
  const isRequested = (key: string) => ofRequest.some(({ name }) => name === key) && !variableValues[key];
  return variables.filter(({ key }) => isRequested(key)).map(({ key }) => [key]);
}

/** What is written into the view itself. */
export function visualReferences(visual: VisualSettings): Reference[] {
  return textsIn(visual).flatMap(referencesIn);
}

/** In a path or a parameter the name of an encoder may follow, as in `{$.name:odata}`. */
function referencesInRequest(text: string): Reference[] {
  return referencesIn(text.replace(/:[a-z]+\s*\}/g, '}'));
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
