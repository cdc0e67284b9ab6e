import type { AuthorizationServer, Client } from 'oauth4webapi';
import type { Now, Redactor } from '../ports';
import type { AssertionSettings, ClientAuthentication, TokenParameter } from '../shared/contract';

/** What it takes to sign beside the key. */
export interface Signing {
  now: Now;
  redactor: Pick<Redactor, 'remember'>;
}

/** How assertions of a client are signed, with the key itself. */
export interface AssertionSigning extends AssertionSettings {
  /** As it was pasted. */
  privateKey: string;
}

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
  /** Where something is signed with a private key. */
  assertion?: AssertionSigning;
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

export type Spelled = (text: string) => string;

/** Of servers that do not decode what RFC 6749 section 2.3.1 has clients encode. */
export const asItIs: Spelled = (text) => text;
const spellings: readonly Spelled[] = [encodeURIComponent, asItIs];

/** Whether Basic reads otherwise to a server that does not decode what RFC 6749 has the client encode. */
export const hasTwoSpellings = ({ clientAuthentication: way, clientId, clientSecret }: OAuthClient): boolean =>
  way === 'client_secret_basic' && [clientId, clientSecret].some((text) => encodeURIComponent(text) !== text);

/** Id and secret as Basic carries them. */
export const basicCredentials = (clientId: string, clientSecret: string, spelled: Spelled) =>
  Buffer.from(`${spelled(clientId)}:${spelled(clientSecret)}`).toString('base64');

/** All that may not be shown of the client: its secrets, and what stands for them in a header. */
export function secretsOf({
  clientId,
  clientSecret,
  clientAuthentication: way,
  assertion,
  tokenParameters,
}: OAuthClient): string[] {
  return [
    clientSecret,
    assertion?.privateKey ?? '',
    ...(way === 'client_secret_basic' ? spellings.map((each) => basicCredentials(clientId, clientSecret, each)) : []),
    ...tokenParameters.filter(({ secret }) => secret).map(({ value }) => value),
  ];
}

/** The scopes as the server wants them in one parameter; empty where none are requested. */
export const scopeParameter = ({ scopes, scopeSeparator }: OAuthClient): string => scopes.join(scopeSeparator);
