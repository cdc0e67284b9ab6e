import type { Preset, PresetOAuth2 } from '../../../../src/shared/contract';
import { fromAssertion } from './authentication/assertion-values';
import type { AuthenticationValues } from './authentication-values';
import { emptyAuthentication, fromAuthentication } from './authentication-values';
import { fromBody } from './body-values';
import type { DataSourceValues } from './data-source-values';
import { emptyDataSource } from './data-source-values';
import type { PresetInputs } from './fill-preset';
import { fillPreset } from './fill-preset';
import { rowsOfPairs } from '../named-rows';
import { fromPagination } from './pagination-values';
import { emptyResponse, fromResponse } from './response-values';

function signIn(oauth2: PresetOAuth2, { grantType }: Pick<AuthenticationValues, 'grantType'>) {
  const { clientAuthentication, scopeSeparator, tokenHeader, assumedLifetime, assertion } = oauth2;
  return {
    authenticationType: 'oauth2',
    authUrl: oauth2.authUrl,
    tokenUrl: oauth2.tokenUrl,
    revokeUrl: oauth2.revokeUrl,
    scopes: oauth2.scopes,
    grantType: grantTypeOf(oauth2, grantType),
    ...(assertion && fromAssertion(assertion)),
    clientAuthentication: clientAuthentication ?? emptyAuthentication.clientAuthentication,
    scopeSeparator: scopeSeparator ?? emptyAuthentication.scopeSeparator,
    authorizeParameters: rowsOfPairs(oauth2.authorizeParameters ?? []),
    tokenHeaderName: tokenHeader?.name ?? emptyAuthentication.tokenHeaderName,
    tokenPrefix: tokenHeader?.prefix ?? emptyAuthentication.tokenPrefix,
    assumedLifetime: assumedLifetime === undefined ? '' : String(assumedLifetime),
  } satisfies Partial<AuthenticationValues>;
}

/** A preset that signs assertions says so; the others leave the choice between a sign-in and the client’s own grant. */
function grantTypeOf(preset: PresetOAuth2, grantType: AuthenticationValues['grantType']) {
  const isOfPreset = grantType === 'jwt_bearer' || grantType === 'other';
  return preset.grantType ?? (isOfPreset ? emptyAuthentication.grantType : grantType);
}

function authentication(preset: Preset, values: AuthenticationValues): Partial<AuthenticationValues> {
  const { authentication: known } = preset;
  return known.type === 'oauth2' ? signIn(known, values) : fromAuthentication(known);
}

function firstRequest(preset: Preset): Partial<DataSourceValues> {
  const { request, variables = [], responseFormat = 'auto', errorSelector = '', notReady } = preset;
  return {
    method: request.method,
    url: request.url,
    parameters: rowsOfPairs(request.parameters),
    headers: rowsOfPairs(request.headers),
    body: fromBody(request.body),
    variables: Object.fromEntries(variables.map(({ name, defaultValue }) => [name, { defaultValue, sampleValue: '' }])),
    ...emptyResponse,
    ...fromResponse({ format: responseFormat, errorSelector, ...(notReady && { notReady }) }),
  };
}

/**
 * The fields that a preset sets. The first request is proposed only where no URL was typed: a preset knows the provider,
 * not what the admin wants to read from it.
 */
export function presetPatch(preset: Preset, inputs: PresetInputs, values: DataSourceValues): Partial<DataSourceValues> {
  const filled = fillPreset(preset, inputs);
  return {
    ...authentication(filled, values),
    pagination: fromPagination(filled.pagination),
    ...(values.url.trim() === '' ? firstRequest(filled) : {}),
  };
}

/** All that a new data source of the provider starts with. */
export function presetStart(preset: Preset, inputs: PresetInputs = {}): Partial<DataSourceValues> {
  return { name: preset.title, ...presetPatch(preset, inputs, emptyDataSource) };
}

/** The fields in which other inputs say otherwise; those that were changed by hand since are left alone. */
export function refill(
  preset: Preset,
  inputs: { former: PresetInputs; next: PresetInputs },
  values: DataSourceValues,
): Partial<DataSourceValues> {
  const former = presetStart(preset, inputs.former);
  const next = Object.entries(presetStart(preset, inputs.next)) as [keyof DataSourceValues, unknown][];
  const changed = next.filter(([name, value]) => !isSame(value, former[name]) && isSame(values[name], former[name]));
  return Object.fromEntries(changed);
}

/** Rows have an id of their own each time they are made. */
function isSame(one: unknown, other: unknown): boolean {
  const text = (value: unknown) => JSON.stringify(value, (key, member: unknown) => (key === 'rowId' ? 0 : member));
  return text(one) === text(other);
}
