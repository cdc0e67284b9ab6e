import type { PanelSettings, VisualSettings } from '../../shared/contract';
import { type Reference } from '../../placeholders/reference';
import { referencesIn } from '../../placeholders/text-template';

type Rows = Pick<PanelSettings, 'filters' | 'rowSteps'>;

/** What the rows of a panel are chosen and worked out with, beside the data source's request. */
export function rowReferences({ filters, rowSteps = [] }: Rows): Reference[] {
  return [...filters.map(({ selector }) => selector), ...textsIn(rowSteps)].flatMap(referencesIn);
}

/** What a panel sends to its data source. */
export function requestReferences({ request, variableValues }: Pick<PanelSettings, 'request' | 'variableValues'>) {
  return [...textsIn(request ?? {}), ...Object.values(variableValues)].flatMap(referencesInRequest);
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
