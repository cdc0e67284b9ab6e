import { ClientSecretPost, None, type AuthorizationServer, type Client, type ClientAuth } from 'oauth4webapi';

/** Who we are at which authorization server, and what we ask for. */
export interface OAuthClient {
  clientId: string;
  /** Empty for a public client. */
  clientSecret: string;
  authUrl: string;
  tokenUrl: string;
  /** Empty where there is none. */
  revokeUrl: string;
  scopes: string[];
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

/** How we prove ourselves at the token endpoint: `client_secret_post`, or nothing for a public client. */
export const clientAuthentication = (client: OAuthClient): ClientAuth =>
  client.clientSecret === '' ? None() : ClientSecretPost(client.clientSecret);
