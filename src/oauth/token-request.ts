import {
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  clientCredentialsGrantRequest,
  customFetch,
  processAuthorizationCodeResponse,
  processClientCredentialsResponse,
  processRefreshTokenResponse,
  processRevocationResponse,
  refreshTokenGrantRequest,
  revocationRequest,
} from 'oauth4webapi';
import type { OutboundFetch } from '../ports';
import type { ValidatedCallback } from './callback';
import type { Requested } from './client-sentences';
import { clientAuthentication, protocolClient, scopeParameter, serverOf, type OAuthClient } from './client';
import { tokenResponse, tokenProblem, type TokenResponse } from './token-response';
import { tokenFetch } from './token-fetch';

export interface TokenRequestOptions {
  fetch: OutboundFetch;
  /** `http:` endpoints are accepted: only for loopback servers on the local host. */
  insecure: boolean;
}

/**
 * The tokens for the code of a validated callback (RFC 6749 section 4.1.3).
 * @throws Problem `exchange-failed`, with `remoteCode` where the server refused; `remote-*` and `host-not-allowed`
 */
export async function exchangeCode(
  client: OAuthClient,
  callback: ValidatedCallback,
  flow: { redirectUri: string; codeVerifier: string },
  options: TokenRequestOptions,
): Promise<TokenResponse> {
  const server = serverOf(client, callback.issuer);
  return withTokenProblem(async () => {
    const response = await authorizationCodeGrantRequest(
      server,
      protocolClient(client),
      clientAuthentication(client),
      callback.parameters,
      flow.redirectUri,
      flow.codeVerifier,
      { ...libraryOptions(client, options), additionalParameters: extraParameters(client) },
    );
    return tokenResponse(await processAuthorizationCodeResponse(server, protocolClient(client), response));
  });
}

/**
 * New tokens for a refresh token (RFC 6749 section 6). Requested once, never repeated: servers that rotate may take a
 * repetition for theft.
 * @throws Problem as `exchangeCode`
 */
export async function requestRefresh(
  client: OAuthClient,
  refreshToken: string,
  options: TokenRequestOptions,
): Promise<TokenResponse> {
  const server = serverOf(client);
  return withTokenProblem(async () => {
    const response = await refreshTokenGrantRequest(
      server,
      protocolClient(client),
      clientAuthentication(client),
      refreshToken,
      { ...libraryOptions(client, options, { hadWorked: true }), additionalParameters: extraParameters(client) },
    );
    return tokenResponse(await processRefreshTokenResponse(server, protocolClient(client), response));
  });
}

/**
 * Tokens for the client itself, for which nobody signs in (RFC 6749 section 4.4).
 * @throws Problem as `exchangeCode`
 */
export async function requestClientCredentials(
  client: OAuthClient,
  options: TokenRequestOptions,
): Promise<TokenResponse> {
  const server = serverOf(client);
  const scope = scopeParameter(client);
  return withTokenProblem(async () => {
    const response = await clientCredentialsGrantRequest(
      server,
      protocolClient(client),
      clientAuthentication(client),
      [...extraParameters(client), ...(scope === '' ? [] : [['scope', scope]])],
      libraryOptions(client, options),
    );
    return tokenResponse(await processClientCredentialsResponse(server, protocolClient(client), response));
  });
}

/**
 * Resolves once the server has forgotten the token (RFC 7009). The client must have a revoke URL.
 * @throws Problem as `exchangeCode`
 */
export async function revokeToken(client: OAuthClient, token: string, options: TokenRequestOptions): Promise<void> {
  await withTokenProblem(async () => {
    const response = await revocationRequest(
      serverOf(client),
      protocolClient(client),
      clientAuthentication(client),
      token,
      libraryOptions(client, options, { endpoint: 'Revoke URL' }),
    );
    await processRevocationResponse(response);
  });
}

const extraParameters = ({ tokenParameters }: OAuthClient): string[][] =>
  tokenParameters.map(({ name, value }) => [name, value]);

function libraryOptions(
  { clientAuthentication: way }: OAuthClient,
  { fetch, insecure }: TokenRequestOptions,
  known: Partial<Requested> = {},
) {
  const requested: Requested = { endpoint: 'Token URL', clientAuthentication: way, hadWorked: false, ...known };
  return { [customFetch]: tokenFetch(fetch, requested), [allowInsecureRequests]: insecure };
}

async function withTokenProblem<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw tokenProblem(error);
  }
}
