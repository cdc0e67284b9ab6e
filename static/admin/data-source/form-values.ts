import type { AllowedSpaces, Authentication, DataSourceSettings, PaginationStyle } from '../../../src/contract';

export interface ParameterRow {
  /** Tells rows apart on the screen; never leaves it. */
  rowId: number;
  name: string;
  value: string;
}

/** The data source form as typed. OAuth2 fields stay when the authentication type is switched back and forth. */
export interface DataSourceValues {
  name: string;
  url: string;
  parameters: ParameterRow[];
  authenticationType: Authentication['type'];
  clientId: string;
  clientSecret: string;
  authUrl: string;
  tokenUrl: string;
  revokeUrl: string;
  scopes: string;
  pagination: PaginationStyle;
  spacesMode: AllowedSpaces['mode'];
  spaceIds: string[];
}

export const emptyDataSource: DataSourceValues = {
  name: '',
  url: '',
  parameters: [],
  authenticationType: 'none',
  clientId: '',
  clientSecret: '',
  authUrl: '',
  tokenUrl: '',
  revokeUrl: '',
  scopes: '',
  pagination: 'none',
  spacesMode: 'undecided',
  spaceIds: [],
};

let lastRowId = 0;

/** A row for the screen, told apart from all others. */
export function newParameter(name = '', value = ''): ParameterRow {
  lastRowId += 1;
  return { rowId: lastRowId, name, value };
}

function authenticationOf(values: DataSourceValues): Authentication {
  if (values.authenticationType === 'none') return { type: 'none' };
  return {
    type: 'oauth2',
    grantType: 'authorization_code',
    clientId: values.clientId.trim(),
    authUrl: values.authUrl.trim(),
    tokenUrl: values.tokenUrl.trim(),
    revokeUrl: values.revokeUrl.trim(),
    scopes: values.scopes.trim().split(/\s+/).join(' '),
  };
}

function allowedSpacesOf({ spacesMode, spaceIds }: DataSourceValues): AllowedSpaces {
  return spacesMode === 'named' ? { mode: 'named', spaceIds } : { mode: spacesMode };
}

/** What the form says, as settings. Parameter rows left wholly empty are dropped; secrets travel apart. */
export function toSettings(values: DataSourceValues): DataSourceSettings {
  const parameters = filledRows(values).map(({ name, value }) => ({ name: name.trim(), value }));
  return {
    name: values.name.trim(),
    request: { method: 'GET', url: values.url.trim(), parameters },
    authentication: authenticationOf(values),
    pagination: { style: values.pagination },
    allowedSpaces: allowedSpacesOf(values),
  };
}

/** The parameter rows that are sent, in order: the position in this list is the index in paths of field errors. */
export function filledRows({ parameters }: DataSourceValues): ParameterRow[] {
  return parameters.filter(({ name, value }) => name.trim() !== '' || value !== '');
}

function oauth2Values(authentication: Authentication): Partial<DataSourceValues> {
  if (authentication.type === 'none') return {};
  const { clientId, authUrl, tokenUrl, revokeUrl, scopes } = authentication;
  return { clientId, authUrl, tokenUrl, revokeUrl, scopes };
}

/** Stored settings as form values, with the secret left empty: that keeps the stored one. */
export function fromSettings({
  name,
  request,
  authentication,
  pagination,
  allowedSpaces,
}: DataSourceSettings): DataSourceValues {
  return {
    ...emptyDataSource,
    ...oauth2Values(authentication),
    name,
    url: request.url,
    parameters: request.parameters.map((parameter) => newParameter(parameter.name, parameter.value)),
    authenticationType: authentication.type,
    pagination: pagination.style,
    spacesMode: allowedSpaces.mode,
    spaceIds: allowedSpaces.mode === 'named' ? allowedSpaces.spaceIds : [],
  };
}

/**
 * What a sign-in depends on, as one comparable text: when it differs from the text of the moment of signing in, the
 * grant no longer fits the form.
 */
export function signInBasis(values: DataSourceValues): string {
  const { authentication, request } = toSettings(values);
  const origin = URL.canParse(request.url) ? new URL(request.url).origin : request.url;
  return JSON.stringify([origin, authentication]);
}
