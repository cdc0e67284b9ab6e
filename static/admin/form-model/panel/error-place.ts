import { tabFacts } from './panel-tabs';

/** What people call an entry of a list in the form. */
const entries: Partial<Record<string, string>> = {
  columns: 'Column',
  filters: 'Filter',
  rowSteps: 'Row step',
  variables: 'Variable',
};
const parts: Partial<Record<string, string>> = {
  request: 'Path and parameters',
  visual: tabFacts.visual.title,
  freshness: tabFacts.freshness.title,
  dataSourceId: 'Data source',
};

/** Where in the form an error is, such as "Row step 2"; undefined where its sentence says enough. */
export function errorPlace(path: string): string | undefined {
  const [list = '', place = ''] = path.split('.');
  const entry = entries[list];
  if (entry !== undefined) return /^\d+$/.test(place) ? `${entry} ${Number(place) + 1}` : undefined;
  if (list === 'variableValues') return place || undefined;
  return parts[list];
}

/** The sentence with its place in front, as in "Row step 2: Enter a label." */
export function placedSentence({ path, message }: { path: string; message: string }): string {
  const place = errorPlace(path);
  return place === undefined ? message : `${place}: ${message}`;
}
