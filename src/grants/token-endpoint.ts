import type { DataSourceSettings } from '../contract';
import { scopesOf } from '../data-sources/connection';
import type { SecretRecord } from '../data-sources/credentials';
import type { Credentials } from '../data-sources/data-source';
import type { OAuthClient } from '../oauth/client';
import type { TokenAnswer } from '../oauth/token-answer';
import { requestRefresh, revokeToken } from '../oauth/token-request';
import { Problem } from '../problem';
import type { TokenSet } from './grant';
import { changedMeanwhile, notAuthenticated } from './grant-problems';
import type { GrantServices } from './grant-services';

/** A data source's or draft's way to its authorization server. */
export interface Connection {
  settings: DataSourceSettings;
  credentials?: Credentials;
}

export type EndpointServices = Pick<GrantServices, 'secrets' | 'fetch' | 'redactor' | 'loopbackAllowed' | 'log'>;

/**
 * The client of the connection with its secret, taken from secret storage and only if it was typed for this connection.
 * @throws Problem `not-authenticated` (no OAuth), `busy` (the secret was replaced a moment ago)
 */
export async function clientOf(
  { settings, credentials }: Connection,
  services: EndpointServices,
): Promise<OAuthClient> {
  const { authentication } = settings;
  if (authentication.type !== 'oauth2' || !credentials) throw notAuthenticated();
  const record = await services.secrets.get<SecretRecord>(credentials.secretKey);
  if (!record) throw changedMeanwhile();
  services.redactor.remember(record.clientSecret);
  const { clientId, authUrl, tokenUrl, revokeUrl } = authentication;
  const receivers = [tokenUrl, revokeUrl].filter((url) => url !== '');
  receivers.forEach((url) => requireReceiver(record, url, clientId));
  const { clientSecret } = record;
  return { clientId, clientSecret, authUrl, tokenUrl, revokeUrl, scopes: scopesOf(authentication) };
}

/** Whatever a record says, a secret goes only where it was typed for. */
function requireReceiver(bound: { origins: string[]; clientId: string }, url: string, clientId: string): void {
  if (bound.clientId === clientId && bound.origins.includes(new URL(url).origin)) return;
  throw new Problem('forbidden', 'The stored secret was entered for another server. An admin can enter it again.');
}

/** New tokens from the connection's authorization server, asked once. */
export async function askForTokens(
  connection: Connection,
  refreshToken: string,
  services: EndpointServices,
): Promise<TokenAnswer> {
  const client = await clientOf(connection, services);
  services.redactor.remember(refreshToken);
  const answer = await requestRefresh(client, refreshToken, optionsOf(services));
  rememberTokens(answer, services);
  return answer;
}

/** How telling the provider went, as a sentence for admins; never throws. */
export async function revokeTokens(
  connection: Connection,
  tokens: TokenSet,
  services: EndpointServices,
): Promise<string> {
  const { authentication } = connection.settings;
  if (authentication.type !== 'oauth2' || authentication.revokeUrl === '') {
    return 'The provider has no Revoke URL, so it was not told. Consent can be withdrawn there.';
  }
  try {
    requireReceiver(tokens, authentication.revokeUrl, authentication.clientId);
    const client = await clientOf(connection, services);
    rememberTokens(tokens, services);
    await revokeToken(client, tokens.refreshToken ?? tokens.accessToken, optionsOf(services));
    return 'The provider has revoked the tokens.';
  } catch (error) {
    const problem = error instanceof Problem ? error : undefined;
    services.log('revoke-failed', { code: problem?.code ?? 'internal', status: problem?.details.status });
    return `The provider could not be told: ${problem?.message ?? 'the request failed.'} Consent can be withdrawn there.`;
  }
}

export const optionsOf = ({ fetch, loopbackAllowed }: EndpointServices) => ({ fetch, insecure: loopbackAllowed });

/** Has the tokens masked in everything that leaves this invocation. */
export function rememberTokens(
  { accessToken, refreshToken }: TokenSet | TokenAnswer,
  services: EndpointServices,
): void {
  services.redactor.remember(accessToken);
  if (refreshToken !== undefined) services.redactor.remember(refreshToken);
}
