import type {
  AllowedSpaces,
  DataSourceSettings,
  ReadLimits,
  RequestMethod,
  TypedSecrets,
} from '../../../../src/shared/contract';
import { takesBody } from '../../../../src/shared/request-methods';
import { usualReadLimits } from '../../../../src/shared/limits';
import type { AuthenticationValues } from './authentication-values';
import { toSecrets, emptyAuthentication, fromAuthentication, toAuthentication } from './authentication-values';
import type { FreshnessValues } from '../freshness-values';
import { freshnessValues, toFreshness } from '../freshness-values';
import type { BodyValues } from './body-values';
import { emptyBody, fromBody, toBody } from './body-values';
import type { NamedRow } from '../named-rows';
import { headerSecret, markedPairsOf, pairsOf, rowsOfPairs, secretsOfRows } from '../named-rows';
import type { PaginationValues } from './pagination-values';
import { emptyPagination, fromPagination, toPagination } from './pagination-values';
import type { ResponseValues } from './response-values';
import { emptyResponse, fromResponse, toResponse } from './response-values';
import { placedSecretNames, variableNames } from './placeholders';
import { parseWholeNumber } from '../whole-number';

/** What a variable is given where a panel gives nothing, and for a test alone. */
export interface VariableDefaults {
  defaultValue: string;
  sampleValue: string;
}

export interface LimitValues {
  pages: string;
  rows: string;
  megabytes: string;
  seconds: string;
  /** Empty for the usual number. */
  requestsPerMinute: string;
}

/** The data source form as typed. */
export interface DataSourceValues extends AuthenticationValues, ResponseValues {
  name: string;
  method: RequestMethod;
  url: string;
  parameters: NamedRow[];
  headers: NamedRow[];
  body: BodyValues;
  /** Of a POST: it changes nothing, so readers' own accounts may send it. */
  onlyReads: boolean;
  /** By the name of the placeholder that a secret stands for; empty to keep what is stored. */
  placedSecrets: Record<string, string>;
  /** By name; a variable that left the request is remembered until the form is closed. */
  variables: Record<string, VariableDefaults>;
  pagination: PaginationValues;
  limits: LimitValues;
  /** Undefined for the usual ages. */
  freshness: FreshnessValues | undefined;
  spacesMode: AllowedSpaces['mode'];
  spaceIds: string[];
}

export const emptyDataSource: DataSourceValues = {
  ...emptyAuthentication,
  ...emptyResponse,
  name: '',
  method: 'GET',
  url: '',
  parameters: [],
  headers: [],
  body: emptyBody,
  onlyReads: false,
  placedSecrets: {},
  variables: {},
  pagination: emptyPagination,
  limits: limitTexts(usualReadLimits),
  freshness: undefined,
  spacesMode: 'undecided',
  spaceIds: [],
};

function allowedSpacesOf({ spacesMode, spaceIds }: DataSourceValues): AllowedSpaces {
  return spacesMode === 'named' ? { mode: 'named', spaceIds } : { mode: spacesMode };
}

/** The request that the form says. Rows left wholly empty are dropped, and a GET has no body. */
export function toRequest(values: DataSourceValues): DataSourceSettings['request'] {
  return {
    method: values.method,
    url: values.url.trim(),
    parameters: pairsOf(values.parameters),
    headers: markedPairsOf(values.headers),
    body: takesBody(values.method) ? toBody(values.body) : { kind: 'none' },
    ...(takesBody(values.method) && values.onlyReads ? { onlyReads: true } : {}),
  };
}

function limitsOf({ requestsPerMinute, ...limits }: LimitValues): ReadLimits {
  return {
    pages: parseWholeNumber(limits.pages),
    rows: parseWholeNumber(limits.rows),
    megabytes: parseWholeNumber(limits.megabytes),
    seconds: parseWholeNumber(limits.seconds),
    ...(requestsPerMinute.trim() === '' ? {} : { requestsPerMinute: parseWholeNumber(requestsPerMinute) }),
  };
}

function limitTexts({ pages, rows, megabytes, seconds, requestsPerMinute }: ReadLimits): LimitValues {
  return {
    pages: String(pages),
    rows: String(rows),
    megabytes: String(megabytes),
    seconds: String(seconds),
    requestsPerMinute: requestsPerMinute === undefined ? '' : String(requestsPerMinute),
  };
}

/** What the form says, as settings. Secrets travel apart. */
export function toSettings(values: DataSourceValues): DataSourceSettings {
  const request = toRequest(values);
  return {
    name: values.name.trim(),
    request,
    authentication: toAuthentication(values),
    pagination: toPagination(values.pagination),
    variables: variableNames(request).map((name) => ({
      name,
      defaultValue: values.variables[name]?.defaultValue ?? '',
    })),
    response: toResponse(values),
    limits: limitsOf(values.limits),
    ...(values.freshness ? { freshness: toFreshness(values.freshness) } : {}),
    allowedSpaces: allowedSpacesOf(values),
  };
}

/** The secrets typed into the form, by name. */
export function secretsOf(values: DataSourceValues): TypedSecrets {
  const { headers, placedSecrets } = values;
  const placed = placedSecretNames(toRequest(values)).map((name) => [name, placedSecrets[name] ?? ''] as const);
  const typed = Object.fromEntries(placed.filter(([, value]) => value !== ''));
  return { ...toSecrets(values), ...secretsOfRows(headers, headerSecret), ...typed };
}

/** The values that a test gives the variables of the request; those left empty keep their default. */
export function sampleValuesOf(values: DataSourceValues): Record<string, string> {
  const names = variableNames(toRequest(values));
  const given = names.map((name) => [name, values.variables[name]?.sampleValue ?? ''] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}

/** Stored settings as form values, with every secret left empty: that keeps the stored one. */
export function fromSettings(settings: DataSourceSettings): DataSourceValues {
  const { name, request, authentication, pagination, variables, response, limits, allowedSpaces } = settings;
  return {
    ...fromAuthentication(authentication),
    ...fromResponse(response),
    name,
    method: request.method,
    url: request.url,
    parameters: rowsOfPairs(request.parameters),
    headers: rowsOfPairs(request.headers),
    body: fromBody(request.body),
    onlyReads: request.onlyReads === true,
    placedSecrets: {},
    variables: Object.fromEntries(
      variables.map((variable) => [variable.name, { defaultValue: variable.defaultValue, sampleValue: '' }]),
    ),
    pagination: fromPagination(pagination),
    limits: limitTexts(limits),
    freshness: settings.freshness && freshnessValues(settings.freshness),
    spacesMode: allowedSpaces.mode,
    spaceIds: allowedSpaces.mode === 'named' ? allowedSpaces.spaceIds : [],
  };
}

/** The values with the sample values of others, which no record keeps. */
export function withSamplesOf(values: DataSourceValues, former: DataSourceValues): DataSourceValues {
  const variables = Object.entries(values.variables).map(([name, { defaultValue }]) => {
    return [name, { defaultValue, sampleValue: former.variables[name]?.sampleValue ?? '' }] as const;
  });
  return { ...values, variables: Object.fromEntries(variables) };
}

/**
 * What a sign-in depends on, as one comparable text: when it differs from the text of the moment of signing in, the
 * grant no longer fits the form.
 */
export function signInBasis(values: DataSourceValues): string {
  const { authentication, request } = toSettings(values);
  const origin = URL.canParse(request.url) ? new URL(request.url).origin : request.url;
  if (authentication.type !== 'oauth2') return JSON.stringify([origin, authentication.type]);
  const { grantType, clientId, authUrl, tokenUrl, revokeUrl, scopes, otherGrantType, tokenPath, assertion } =
    authentication;
  const usual = [origin, grantType, clientId, authUrl, tokenUrl, revokeUrl, scopes];
  return JSON.stringify([...usual, otherGrantType, tokenPath, assertion?.subject, assertion?.audience]);
}
