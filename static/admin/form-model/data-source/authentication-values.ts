import type {
  ApiKeyAuthentication,
  Authentication,
  ClientAuthentication,
  GrantType,
  OAuth2Authentication,
  SecretInput,
} from '../../../../src/shared/contract';
import type { NamedRow } from '../named-rows';
import { markedPairsOf, pairsOf, rowsOf, tokenParameterSecret, typedSecrets } from '../named-rows';
import { wholeNumber } from '../whole-number';

/** How the app proves itself, as typed. The fields of the other types stay when the type is switched. */
export interface AuthenticationValues {
  authenticationType: Authentication['type'];
  username: string;
  password: string;
  token: string;
  keyPlacement: ApiKeyAuthentication['placement'];
  keyName: string;
  keyPrefix: string;
  apiKey: string;
  headerName: string;
  headerValue: string;
  grantType: GrantType;
  clientId: string;
  clientSecret: string;
  clientAuthentication: ClientAuthentication;
  authUrl: string;
  tokenUrl: string;
  revokeUrl: string;
  scopes: string;
  scopeSeparator: ' ' | ',';
  authorizeParameters: NamedRow[];
  tokenParameters: NamedRow[];
  tokenHeaderName: string;
  tokenPrefix: string;
  assumedLifetime: string;
  secretExpiresOn: string;
}

export const emptyAuthentication: AuthenticationValues = {
  authenticationType: 'none',
  username: '',
  password: '',
  token: '',
  keyPlacement: 'header',
  keyName: '',
  keyPrefix: '',
  apiKey: '',
  headerName: '',
  headerValue: '',
  grantType: 'authorization_code',
  clientId: '',
  clientSecret: '',
  clientAuthentication: 'client_secret_post',
  authUrl: '',
  tokenUrl: '',
  revokeUrl: '',
  scopes: '',
  scopeSeparator: ' ',
  authorizeParameters: [],
  tokenParameters: [],
  tokenHeaderName: 'Authorization',
  tokenPrefix: 'Bearer ',
  assumedLifetime: '',
  secretExpiresOn: '',
};

function oauth2(values: AuthenticationValues): OAuth2Authentication {
  const signsIn = values.grantType === 'authorization_code';
  const { assumedLifetime, secretExpiresOn, scopeSeparator } = values;
  return {
    type: 'oauth2',
    grantType: values.grantType,
    clientId: values.clientId.trim(),
    clientAuthentication: values.clientAuthentication,
    authUrl: signsIn ? values.authUrl.trim() : '',
    tokenUrl: values.tokenUrl.trim(),
    revokeUrl: values.revokeUrl.trim(),
    scopes: values.scopes.trim().split(/\s+/).join(' '),
    ...(scopeSeparator === ',' ? { scopeSeparator } : {}),
    authorizeParameters: signsIn ? pairsOf(values.authorizeParameters) : [],
    tokenParameters: markedPairsOf(values.tokenParameters),
    tokenHeader: { name: values.tokenHeaderName.trim(), prefix: values.tokenPrefix },
    ...(assumedLifetime.trim() === '' ? {} : { assumedLifetime: wholeNumber(assumedLifetime) }),
    ...(secretExpiresOn === '' ? {} : { secretExpiresOn }),
  };
}

const settings: {
  readonly [Type in Authentication['type']]: (values: AuthenticationValues) => Extract<Authentication, { type: Type }>;
} = {
  none: () => ({ type: 'none' }),
  basic: ({ username }) => ({ type: 'basic', username }),
  bearer: () => ({ type: 'bearer' }),
  'api-key': ({ keyPlacement, keyName, keyPrefix }) => ({
    type: 'api-key',
    placement: keyPlacement,
    name: keyName.trim(),
    prefix: keyPrefix,
  }),
  'custom-header': ({ headerName }) => ({ type: 'custom-header', name: headerName.trim() }),
  oauth2,
};

/** The authentication that the form says, without its secrets. */
export function toAuthentication(values: AuthenticationValues): Authentication {
  return settings[values.authenticationType](values);
}

/** The prefix as it is sent: one that ends in a letter or digit gets a blank behind it. */
export function sentPrefix(prefix: string): string {
  return /[a-z0-9]$/i.test(prefix) ? `${prefix} ` : prefix;
}

/** The typed values that a whole or partial OAuth2 setting stands for. */
export function fromOAuth2(patch: Partial<OAuth2Authentication>): Partial<AuthenticationValues> {
  const { type, authorizeParameters, tokenParameters, tokenHeader, assumedLifetime, scopeSeparator, ...same } = patch;
  return {
    ...same,
    ...(type ? { authenticationType: type } : {}),
    ...(scopeSeparator ? { scopeSeparator } : {}),
    ...(authorizeParameters ? { authorizeParameters: rowsOf(authorizeParameters) } : {}),
    ...(tokenParameters ? { tokenParameters: rowsOf(tokenParameters) } : {}),
    ...(tokenHeader ? { tokenHeaderName: tokenHeader.name, tokenPrefix: tokenHeader.prefix } : {}),
    ...(assumedLifetime === undefined ? {} : { assumedLifetime: String(assumedLifetime) }),
  };
}

function typedPart(authentication: Authentication): Partial<AuthenticationValues> {
  switch (authentication.type) {
    case 'none':
    case 'bearer':
      return {};
    case 'basic':
      return { username: authentication.username };
    case 'api-key': {
      const { placement: keyPlacement, name: keyName, prefix: keyPrefix } = authentication;
      return { keyPlacement, keyName, keyPrefix };
    }
    case 'custom-header':
      return { headerName: authentication.name };
    case 'oauth2':
      return fromOAuth2(authentication);
  }
}

/** Stored settings as form values, with every secret left empty: that keeps the stored one. */
export function fromAuthentication(authentication: Authentication): AuthenticationValues {
  return { ...emptyAuthentication, ...typedPart(authentication), authenticationType: authentication.type };
}

const secrets: { readonly [Type in Authentication['type']]: (values: AuthenticationValues) => SecretInput } = {
  none: () => ({}),
  basic: ({ password }) => ({ password }),
  bearer: ({ token }) => ({ token }),
  'api-key': ({ apiKey }) => ({ apiKey }),
  'custom-header': ({ headerValue }) => ({ headerValue }),
  oauth2: ({ clientAuthentication, clientSecret, tokenParameters }) => ({
    ...(clientAuthentication === 'none' ? {} : { clientSecret }),
    ...typedSecrets(tokenParameters, tokenParameterSecret),
  }),
};

/** The secrets typed for the chosen authentication type; empty ones, which keep what is stored, are left out. */
export function authenticationSecrets(values: AuthenticationValues): SecretInput {
  const typed = secrets[values.authenticationType](values);
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== '' && value !== undefined));
}
