import { authorizationCodeGrantRequest, nopkce, refreshTokenGrantRequest, revocationRequest } from 'oauth4webapi';
import type { ValidatedCallback } from './callback';
import { protocolClient, scopeParameter, serverOf, type OAuthClient } from './client';
import { requireDone, requestTokens, requestEndpoint, type TokenRequestOptions } from './endpoint-request';
import { accountNameIn, requireNonce } from './id-token';
import { ownGrants, type OwnGrantType } from './own-grants';
import type { TokenResponse } from './token-response';

/** What a sign-in keeps between the authorize request and the exchange of its code. */
export interface SignInFlow {
  redirectUri: string;
  /** Not sent where PKCE is left out. */
  codeVerifier: string;
  /** Absent where no ID token was requested. */
  nonce?: string;
}

/**
 * The tokens for the code of a validated callback (RFC 6749 section 4.1.3).
 * @throws Problem `exchange-failed`, with `remoteCode` where the server refused; `remote-*` and `host-not-allowed`
 */
export async function exchangeCode(
  client: OAuthClient,
  callback: ValidatedCallback,
  { redirectUri, codeVerifier, nonce }: SignInFlow,
  options: TokenRequestOptions,
): Promise<TokenResponse> {
  const server = serverOf(client, callback.issuer);
  const verifier = client.noPkce ? nopkce : codeVerifier;
  const { tokens, idToken } = await requestTokens(client, { proof: 'code' }, options, (proof, more) =>
    authorizationCodeGrantRequest(server, protocolClient(client), proof, callback.parameters, redirectUri, verifier, {
      ...more,
      additionalParameters: extraParameters(client),
    }),
  );
  requireNonce(idToken, nonce);
  return { ...tokens, accountName: accountNameIn(idToken) };
}

/**
 * New tokens for a refresh token (RFC 6749 section 6). Requested once, never repeated: servers that rotate may take a
 * repetition for theft. Only a refusal of the client itself, which does not look at the token, may lead to a second
 * request.
 * @throws Problem as `exchangeCode`
 */
export async function requestRefresh(
  client: OAuthClient,
  refreshToken: string,
  options: TokenRequestOptions,
): Promise<TokenResponse> {
  const { tokens } = await requestTokens(client, { hadWorked: true }, options, (proof, more) =>
    refreshTokenGrantRequest(serverOf(client), protocolClient(client), proof, refreshToken, {
      ...more,
      additionalParameters: extraParameters(client),
    }),
  );
  return tokens;
}

/**
 * Tokens for the client itself, for which nobody signs in.
 * @throws Problem as `exchangeCode`
 */
export async function requestByGrantType(
  grantType: OwnGrantType,
  client: OAuthClient,
  options: TokenRequestOptions,
): Promise<TokenResponse> {
  const known = grantType === 'jwt_bearer' ? ({ proof: 'assertion' } as const) : {};
  const parameters = [...extraParameters(client), ...scopeParameters(client)];
  const { tokens } = await requestTokens(client, known, options, (proof, more) =>
    ownGrants[grantType]({ client, proof, parameters, signing: options }, more),
  );
  return tokens;
}

/**
 * Resolves once the server has forgotten the token (RFC 7009). The client must have a revoke URL.
 * @throws Problem as `exchangeCode`
 */
export async function revokeToken(client: OAuthClient, token: string, options: TokenRequestOptions): Promise<void> {
  const requested = { endpoint: 'Revoke URL' } as const;
  const { reply } = await requestEndpoint(client, requested, options, (proof, more) =>
    revocationRequest(serverOf(client), protocolClient(client), proof, token, more),
  );
  requireDone(reply, client, requested);
}

const extraParameters = ({ tokenParameters }: OAuthClient): string[][] =>
  tokenParameters.map(({ name, value }) => [name, value]);

function scopeParameters(client: OAuthClient): string[][] {
  const scope = scopeParameter(client);
  return scope === '' ? [] : [['scope', scope]];
}
