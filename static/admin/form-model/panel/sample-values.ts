import type { PanelRequest, PanelSample, PanelVariable } from '../../../../src/shared/contract';
import { valuesOf } from '../items';
import type { PanelValues } from './panel-values';
import { requestOf } from './panel-values';

const placeholder = /\{\s*\$\.([\p{L}_][\p{L}\p{N}_]*)\s*\}/gu;

/** What the preview gives a variable: the sample value typed for it, else its default. */
export function sampleOf(
  { key, defaultValue }: PanelVariable,
  { sampleValues }: Pick<PanelValues, 'sampleValues'>,
): string {
  return sampleValues[key] || defaultValue;
}

/** The sample values that were typed, by key, of variables that still exist. */
export function givenSamples(values: PanelValues): Record<string, string> {
  const given = valuesOf(values.variables).map(({ key }) => [key, values.sampleValues[key] ?? ''] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}

/** The text with sample values in place of the panel's own variables, each as `written` writes it. */
function filled(text: string, values: PanelValues, written: (value: string) => string): string {
  return text.replace(placeholder, (whole, key: string) => {
    const variable = valuesOf(values.variables).find((one) => one.key === key);
    return variable ? written(sampleOf(variable, values)) : whole;
  });
}

/** Braces in a value are its own, and no placeholder. */
function doubled(value: string): string {
  return value.replace(/[{}]/g, (brace) => brace + brace);
}

function filledRequest({ path, parameters }: PanelRequest, values: PanelValues): PanelRequest {
  return {
    path: filled(path, values, encodeURIComponent),
    parameters: parameters.map(({ name, value }) => ({ name, value: filled(value, values, doubled) })),
  };
}

/** What the data source's placeholders get: the value of the variable of that name, or what the panel says. */
function placeholderValues(values: PanelValues): Record<string, string> {
  const named = valuesOf(values.variables).map((variable) => [variable.key, sampleOf(variable, values)] as const);
  const told = Object.entries(values.variableValues).map(
    ([name, text]) => [name, filled(text, values, (value) => value)] as const,
  );
  return Object.fromEntries([...named, ...told].filter(([name, value]) => name !== '' && value !== ''));
}

/** What the response to click on is requested with: the panel's own variables have their sample values. */
export function sampleRequest(values: PanelValues): PanelSample {
  const request = requestOf(values);
  return {
    dataSourceId: values.dataSourceId,
    ...(request ? { request: filledRequest(request, values) } : {}),
    variableValues: placeholderValues(values),
  };
}

/** Why there can be no preview yet, as a sentence; undefined if there can. */
export function missingForPreview(values: PanelValues): string | undefined {
  if (values.dataSourceId === '') return 'Choose a data source to see a preview.';
  if (values.filters[0]?.value.selector.trim() === '') return 'Choose the rows to see a preview.';
  if (values.columns.length === 0) return 'Add a column to see a preview.';
  const empty = valuesOf(values.variables).find((one) => one.required && sampleOf(one, values) === '');
  return empty && `Enter a sample value for ${empty.label || empty.key || 'the required variable'} to see a preview.`;
}
