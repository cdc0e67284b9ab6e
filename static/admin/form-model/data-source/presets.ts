import type { Preset } from '../../../../src/shared/contract';
import { withoutEnd } from '../../../../src/shared/without-end';
import { fromBody } from './body-values';
import type { DataSourceValues } from './data-source-values';
import { rowsOfPairs } from '../named-rows';
import { fromPagination } from './pagination-values';
import { fromAssertion } from './authentication/assertion-values';
import { emptyAuthentication } from './authentication-values';

/** Values for the placeholders of a preset by their name, such as the tenant id. */
export type PresetInputs = Record<string, string>;

/** A host is often pasted as an address: `https://company.example/` is meant as `company.example`. */
function typedInput(text = ''): string {
  return withoutEnd(text.trim().replace(/^https?:\/\//i, ''), '/');
}

function fillPlaceholders(url: string, inputs: PresetInputs): string {
  return url.replace(/\{([^{}]+)\}/g, (placeholder, name: string) => {
    const value = typedInput(inputs[name]);
    return value ? encodeURIComponent(value) : placeholder;
  });
}

/** The labels of the inputs still empty; a preset can be applied when there are none. */
export function missingInputs(preset: Preset, inputs: PresetInputs): string[] {
  return preset.inputs.filter(({ name }) => !typedInput(inputs[name])).map(({ label }) => label);
}

function habits(preset: Preset): Partial<DataSourceValues> {
  const { clientAuthentication, scopeSeparator, tokenHeader, assumedLifetime, assertion } = preset;
  return {
    grantType: preset.grantType ?? emptyAuthentication.grantType,
    ...(assertion && fromAssertion(assertion)),
    clientAuthentication: clientAuthentication ?? emptyAuthentication.clientAuthentication,
    scopeSeparator: scopeSeparator ?? emptyAuthentication.scopeSeparator,
    authorizeParameters: rowsOfPairs(preset.authorizeParameters ?? []),
    tokenHeaderName: tokenHeader?.name ?? emptyAuthentication.tokenHeaderName,
    tokenPrefix: tokenHeader?.prefix ?? emptyAuthentication.tokenPrefix,
    assumedLifetime: assumedLifetime === undefined ? '' : String(assumedLifetime),
  };
}

function firstRequest({ request, errorSelector = '' }: Preset, inputs: PresetInputs): Partial<DataSourceValues> {
  return {
    method: request.method,
    url: fillPlaceholders(request.url, inputs),
    parameters: rowsOfPairs(request.parameters),
    headers: rowsOfPairs(request.headers),
    body: fromBody(request.body),
    errorSelector,
  };
}

/** A preset that signs assertions says so; the others leave the choice between a sign-in and the client’s own grant. */
function grantTypeOf(preset: Preset, { grantType }: DataSourceValues): DataSourceValues['grantType'] {
  const isOfPreset = grantType === 'jwt_bearer' || grantType === 'other';
  return preset.grantType ?? (isOfPreset ? emptyAuthentication.grantType : grantType);
}

/**
 * The fields that a preset sets. The first request is proposed only where no URL was typed: a preset knows the provider,
 * not what the admin wants to read from it.
 */
export function presetPatch(preset: Preset, inputs: PresetInputs, values: DataSourceValues): Partial<DataSourceValues> {
  return {
    authenticationType: 'oauth2',
    authUrl: fillPlaceholders(preset.authUrl, inputs),
    tokenUrl: fillPlaceholders(preset.tokenUrl, inputs),
    revokeUrl: fillPlaceholders(preset.revokeUrl, inputs),
    scopes: preset.scopes,
    grantType: grantTypeOf(preset, values),
    ...habits(preset),
    pagination: fromPagination(preset.pagination),
    ...(values.url.trim() === '' ? firstRequest(preset, inputs) : {}),
  };
}
