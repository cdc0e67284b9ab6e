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
  /** Of a grant type that the admin has named; empty for those of the app. */
  otherGrantType?: string;
  scopes: string[];
  scopeSeparator: ' ' | ',';
  authorizeParameters: { name: string; value: string }[];
  /** With the values of secret ones. */
  tokenParameters: TokenParameter[];
  /** Token requests carry their parameters as JSON; as a form where absent. */
  tokenRequestFormat?: 'json';
  /** PKCE is left out, for servers that refuse it. */
  noPkce?: boolean;
  /** The place of the access token in responses, by names with dots between them; it is found where absent. */
  tokenPath?: string;
  /** Basic takes id and secret as they are, for servers that do not decode them; found out by trying. */
  rawBasic?: boolean;
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

type Spelled = (text: string) => string;

const asItIs: Spelled = (text) => text;
const spellings: readonly Spelled[] = [encodeURIComponent, asItIs];

/** How we prove ourselves at the token endpoint (RFC 6749 section 2.3.1). */
export function clientProof({ clientAuthentication: way, clientSecret, rawBasic = false }: OAuthClient): ClientAuth {
  if (way === 'client_secret_basic') return basic(clientSecret, rawBasic ? asItIs : encodeURIComponent);
  return way === 'none' ? None() : ClientSecretPost(clientSecret);
}

/** Whether Basic reads otherwise to a server that does not decode what RFC 6749 has the client encode. */
export const hasTwoSpellings = ({ clientAuthentication: way, clientId, clientSecret }: OAuthClient): boolean =>
  way === 'client_secret_basic' && [clientId, clientSecret].some((text) => encodeURIComponent(text) !== text);

/**
 * The library's own Basic also encodes hyphens and dots, which servers that do not decode take for another client.
 * `encodeURIComponent` leaves them, so ordinary ids and secrets go out as they are.
 */
const basic =
  (clientSecret: string, spelled: Spelled): ClientAuth =>
  (_server, { client_id: clientId }, _body, headers) => {
    headers.set('authorization', `Basic ${basicCredentials(clientId, clientSecret, spelled)}`);
  };

const basicCredentials = (clientId: string, clientSecret: string, spelled: Spelled) =>
  Buffer.from(`${spelled(clientId)}:${spelled(clientSecret)}`).toString('base64');

/** All that may not be shown of the client: its secrets, and what stands for them in a header. */
export function secretsOf({
  clientId,
  clientSecret,
  clientAuthentication: way,
  tokenParameters,
}: OAuthClient): string[] {
  return [
    clientSecret,
    ...(way === 'client_secret_basic' ? spellings.map((each) => basicCredentials(clientId, clientSecret, each)) : []),
    ...tokenParameters.filter(({ secret }) => secret).map(({ value }) => value),
  ];
}

/** The scopes as the server wants them in one parameter; empty where none are requested. */
export const scopeParameter = ({ scopes, scopeSeparator }: OAuthClient): string => scopes.join(scopeSeparator);
