import type { Preset } from '../../../src/contract';
import type { DataSourceValues } from '../data-source/form-values';
import { newParameter } from '../data-source/form-values';

/** Values for the placeholders of a preset by their name, such as the tenant id. */
export type PresetInputs = Record<string, string>;

function fillPlaceholders(url: string, inputs: PresetInputs): string {
  return url.replace(/\{([^{}]+)\}/g, (placeholder, name: string) => {
    const value = inputs[name]?.trim();
    return value ? encodeURIComponent(value) : placeholder;
  });
}

/** The labels of the inputs still empty; a preset can be applied when there are none. */
export function missingInputs(preset: Preset, inputs: PresetInputs): string[] {
  return preset.inputs.filter(({ name }) => !inputs[name]?.trim()).map(({ label }) => label);
}

/**
 * The fields that a preset sets. The first request is proposed only where no URL was typed: a preset knows the provider,
 * not what the admin wants to read from it.
 */
export function presetPatch(preset: Preset, inputs: PresetInputs, values: DataSourceValues): Partial<DataSourceValues> {
  const endpoints: Partial<DataSourceValues> = {
    authenticationType: 'oauth2',
    authUrl: fillPlaceholders(preset.authUrl, inputs),
    tokenUrl: fillPlaceholders(preset.tokenUrl, inputs),
    revokeUrl: fillPlaceholders(preset.revokeUrl, inputs),
    scopes: preset.scopes,
    pagination: preset.pagination,
  };
  if (values.url.trim() !== '') return endpoints;
  const parameters = preset.request.parameters.map(({ name, value }) => newParameter(name, value));
  return { ...endpoints, url: fillPlaceholders(preset.request.url, inputs), parameters };
}

function hostOf(url: string): string {
  const plain = url.replace(/\{[^{}]*\}/g, 'x');
  return URL.canParse(plain) ? new URL(plain).host : '';
}

/** The preset whose sign-in server the form names; undefined for a provider that is not known. */
export function presetOf(values: Pick<DataSourceValues, 'tokenUrl'>, presets: readonly Preset[]): Preset | undefined {
  const host = hostOf(values.tokenUrl);
  return host === '' ? undefined : presets.find((preset) => hostOf(preset.tokenUrl) === host);
}
