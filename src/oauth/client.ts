import { ClientSecretPost, None, type AuthorizationServer, type Client, type ClientAuth } from 'oauth4webapi';
import type { ClientAuthentication, TokenParameter } from '../shared/contract';

/** Who we are at which authorization server, and what we request. */
export interface OAuthClient {
  clientId: string;
  /** Empty for a public client. */
  clientSecret: string;
  clientAuthentication: ClientAuthentication;
  /** Empty where nobody signs in. */
  authUrl: string;
  tokenUrl: string;
  /** Empty where there is none. */
  revokeUrl: string;
  scopes: string[];
  scopeSeparator: ' ' | ',';
  authorizeParameters: { name: string; value: string }[];
  /** With the values of secret ones. */
  tokenParameters: TokenParameter[];
}

/**
 * The server as the protocol library wants it. Without discovery its issuer is what it called itself before, or else
 * the origin of its token URL; `requireIss` makes a callback without `iss` invalid (RFC 9207 section 2.4).
 */
export function serverOf(client: OAuthClient, issuer?: string, requireIss = false): AuthorizationServer {
  return {
    issuer: issuer ?? new URL(client.tokenUrl).origin,
    authorization_endpoint: client.authUrl,
    token_endpoint: client.tokenUrl,
    revocation_endpoint: client.revokeUrl === '' ? undefined : client.revokeUrl,
    authorization_response_iss_parameter_supported: requireIss,
  };
}

export const protocolClient = (client: OAuthClient): Client => ({ client_id: client.clientId });

/** How we prove ourselves at the token endpoint (RFC 6749 section 2.3.1). */
export function clientAuthentication({ clientAuthentication: way, clientSecret }: OAuthClient): ClientAuth {
  if (way === 'client_secret_basic') return basic(clientSecret);
  return way === 'none' ? None() : ClientSecretPost(clientSecret);
}

/**
 * The library's own Basic also encodes hyphens and dots, which servers that do not decode take for another client.
 * `encodeURIComponent` leaves them, so ordinary ids and secrets go out as they are.
 */
const basic =
  (clientSecret: string): ClientAuth =>
  (_server, { client_id: clientId }, _body, headers) => {
    headers.set('authorization', `Basic ${basicCredentials(clientId, clientSecret)}`);
  };

const basicCredentials = (clientId: string, clientSecret: string) =>
  Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64');

/** All that may not be shown of the client: its secrets, and what stands for them in a header. */
export function secretsOf({
  clientId,
  clientSecret,
  clientAuthentication: way,
  tokenParameters,
}: OAuthClient): string[] {
  return [
    clientSecret,
    ...(way === 'client_secret_basic' ? [basicCredentials(clientId, clientSecret)] : []),
    ...tokenParameters.filter(({ secret }) => secret).map(({ value }) => value),
  ];
}

/** The scopes as the server wants them in one parameter; empty where none are requested. */
export const scopeParameter = ({ scopes, scopeSeparator }: OAuthClient): string => scopes.join(scopeSeparator);
