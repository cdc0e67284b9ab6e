import type { AssertionSettings, DataSourceSettings, OAuth2Authentication } from '../shared/contract';
import type { SecretValues } from '../authentication/secret';
import { connectionFingerprint, scopesOf } from '../data-sources/connection';
import { bindingRefusal, otherReceiver, readSecrets } from '../data-sources/credentials';
import type { Credentials } from '../data-sources/data-source';
import { clientSecretsOf } from '../data-sources/needed-secrets';
import type { Receivers } from '../data-sources/receivers';
import { signsAssertions } from '../authentication/assertion-members';
import { hasClientSecret } from '../authentication/oauth2';
import { secretsOf, type AssertionSigning, type OAuthClient } from '../oauth/client';
import type { OwnGrantType } from '../oauth/own-grants';
import type { TokenResponse } from '../oauth/token-response';
import { Problem } from '../shared/problem';
import { tokenParameterSecretName } from '../shared/secret-names';
import type { TokenSet } from './grant';
import { withoutRefreshToken, notAuthenticated, reconnectNeeded } from './grant-problems';
import type { GrantServices } from './grant-services';

/** A data source's or draft's way to its authorization server and its API. */
export interface Connection {
  settings: DataSourceSettings;
  credentials?: Credentials;
  /** Of a form under test, in place of stored ones. */
  values?: SecretValues;
  /** What a grant must have been obtained for, where that is more than the settings tell. */
  fingerprint?: string;
}

/** What a grant must have been obtained for to be used for the connection. */
export const fingerprintOf = ({ settings, fingerprint }: Connection): string =>
  fingerprint ?? connectionFingerprint(settings);

export type EndpointServices = Pick<
  GrantServices,
  'secrets' | 'fetch' | 'redactor' | 'loopbackAllowed' | 'log' | 'now'
>;

/**
 * The client of the connection with its secrets, taken from secret storage and only if they were typed for this
 * connection.
 * @throws Problem `not-authenticated` (no OAuth, or secrets are missing), `busy` (they were replaced a moment ago)
 */
export async function clientOf(connection: Connection, services: EndpointServices): Promise<OAuthClient> {
  const { authentication } = connection.settings;
  if (authentication.type !== 'oauth2') throw notAuthenticated();
  const needsSecrets = clientSecretsOf(connection.settings).length > 0;
  const client = clientFrom(authentication, needsSecrets ? await clientSecrets(connection, services) : {});
  secretsOf(client).forEach((secret) => services.redactor.remember(secret));
  return client;
}

async function clientSecrets(
  { settings, credentials, values }: Connection,
  services: EndpointServices,
): Promise<SecretValues> {
  if (values) return remembered(values, services);
  if (!credentials) throw notAuthenticated();
  const record = await readSecrets(credentials, services.secrets);
  if (bindingRefusal(record, settings, 'authorization-server') !== undefined) throw otherReceiver();
  return remembered(record.values, services);
}

/** The secrets, masked from now on in everything that leaves this invocation. */
export function remembered(values: SecretValues, { redactor }: Pick<EndpointServices, 'redactor'>): SecretValues {
  Object.values(values).forEach((value) => redactor.remember(value));
  return values;
}

function clientFrom(authentication: OAuth2Authentication, values: SecretValues): OAuthClient {
  const { clientId, authUrl, tokenUrl, revokeUrl, authorizeParameters } = authentication;
  const { tokenRequestFormat, noPkce, tokenPath, otherGrantType } = authentication;
  return {
    clientId,
    clientSecret: hasClientSecret(authentication) ? (values.clientSecret ?? '') : '',
    clientAuthentication: authentication.clientAuthentication,
    authUrl,
    tokenUrl,
    revokeUrl,
    scopes: scopesOf(authentication),
    scopeSeparator: authentication.scopeSeparator ?? ' ',
    authorizeParameters,
    tokenParameters: authentication.tokenParameters.map(({ name, value, secret }) => ({
      name,
      secret,
      value: secret ? (values[tokenParameterSecretName(name)] ?? '') : value,
    })),
    assertion: signingOf(authentication, values),
    ...{ tokenRequestFormat, noPkce, tokenPath, otherGrantType },
  };
}

function signingOf(
  authentication: OAuth2Authentication,
  { privateKey = '' }: SecretValues,
): AssertionSigning | undefined {
  if (!signsAssertions(authentication)) return undefined;
  return { ...usualAssertion, ...authentication.assertion, privateKey };
}

const usualAssertion = {
  algorithm: 'RS256',
  keyId: '',
  audience: '',
  subject: '',
  claims: [],
} as const satisfies AssertionSettings;

/**
 * Returns if the tokens may go to the endpoint of that role: the one they were obtained for, or, where they were stored
 * without receivers, one on its server. Whether those are of the same connection is known by its fingerprint alone.
 * @throws Problem `forbidden`
 */
export function requireReceiver(
  { receivers, origins, clientId }: TokenSet,
  role: Exclude<keyof Receivers, 'api'>,
  wanted: Pick<OAuth2Authentication, 'tokenUrl' | 'revokeUrl' | 'clientId'>,
): void {
  const url = wanted[role];
  const isReceiver = receivers ? receivers[role] === url : origins.includes(new URL(url).origin);
  if (isReceiver && clientId === wanted.clientId) return;
  throw new Problem('forbidden', 'The tokens were obtained with other endpoints.', {
    remedy: 'An admin can authenticate again.',
  });
}

/** New tokens from the connection's authorization server, by one request. */
export async function requestOwnTokens(
  connection: Connection,
  old: TokenSet | undefined,
  services: EndpointServices,
): Promise<TokenResponse> {
  const client = { ...(await clientOf(connection, services)), rawBasic: old?.rawBasic };
  const { requestByGrantType, requestRefresh } = await tokenRequests();
  const grantType = ownGrantType(connection.settings);
  const response = grantType
    ? await requestByGrantType(grantType, client, optionsOf(services))
    : await requestRefresh(client, refreshTokenOf(old, client, services), optionsOf(services));
  rememberTokens(response, services);
  return response;
}

/** Loaded when the server is called: most calls find a token that is still good. */
export const tokenRequests = () => import('../oauth/token-request');

/** Whether the client has its grant by itself, so that nobody signs in. */
export const isOwnGrant = (settings: DataSourceSettings): boolean => ownGrantType(settings) !== undefined;

/** The grant type with which the client has tokens by itself; `undefined` where somebody signs in. */
function ownGrantType({ authentication }: DataSourceSettings): OwnGrantType | undefined {
  if (authentication.type !== 'oauth2' || authentication.grantType === 'authorization_code') return undefined;
  return authentication.grantType;
}

/** A refresh token is a secret like any other: it goes where it was obtained. */
function refreshTokenOf(old: TokenSet | undefined, client: OAuthClient, services: EndpointServices): string {
  if (old?.refreshToken === undefined) throw reconnectNeeded(withoutRefreshToken);
  requireReceiver(old, 'tokenUrl', client);
  services.redactor.remember(old.refreshToken);
  return old.refreshToken;
}

export const optionsOf = ({ fetch, loopbackAllowed, now, redactor }: EndpointServices) => ({
  fetch,
  insecure: loopbackAllowed,
  now,
  redactor,
});

/** Has the tokens masked in everything that leaves this invocation. */
export function rememberTokens(
  { accessToken, refreshToken }: TokenSet | TokenResponse,
  services: EndpointServices,
): void {
  services.redactor.remember(accessToken);
  if (refreshToken !== undefined) services.redactor.remember(refreshToken);
}
