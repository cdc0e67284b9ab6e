import {
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
} from 'oauth4webapi';
import { scopeParameter, type OAuthClient } from './client';

export interface AuthorizationStart {
  authorizeUrl: string;
  /** 256 random bits. */
  state: string;
  codeVerifier: string;
  /** Only where an ID token is requested. */
  nonce?: string;
}

/**
 * The address to send the admin to, with the state, the code verifier and the nonce that belong to it. With PKCE S256
 * (RFC 7636, RFC 9700 section 2.1.1) unless it is switched off, and with a nonce wherever an ID token may come, because
 * some servers insist on it (OpenID Connect Core section 3.1.2.1); what the app sets itself wins over extra parameters.
 */
export async function startAuthorization(client: OAuthClient, redirectUri: string): Promise<AuthorizationStart> {
  const state = generateRandomState();
  const codeVerifier = generateRandomCodeVerifier();
  const url = new URL(client.authUrl);
  client.authorizeParameters.forEach(({ name, value }) => url.searchParams.append(name, value));
  const set = (name: string, value: string) => url.searchParams.set(name, value);
  set('client_id', client.clientId);
  set('redirect_uri', redirectUri);
  set('response_type', 'code');
  if (client.scopes.length > 0) set('scope', scopeParameter(client));
  set('state', state);
  const nonce = client.scopes.includes('openid') ? generateRandomNonce() : undefined;
  if (nonce !== undefined) set('nonce', nonce);
  if (!client.noPkce) set('code_challenge', await calculatePKCECodeChallenge(codeVerifier));
  if (!client.noPkce) set('code_challenge_method', 'S256');
  return { authorizeUrl: url.href, state, codeVerifier, nonce };
}
