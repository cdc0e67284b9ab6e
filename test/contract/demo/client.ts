import * as oauth from 'oauth4webapi';
import type { Demo } from '../../../local/demo/demo';
import { createBrowser } from './browser';
import type { Browser, Page } from './browser';

export const callback = 'http://localhost:4399/callback';

const options = { [oauth.allowInsecureRequests]: true } as const;

export interface SignIn {
  browser: Browser;
  verifier: string;
  state: string;
  page: Page;
}

export interface ClientChoice {
  clientId?: string;
  scope?: string;
  authentication?: oauth.ClientAuth;
  redirectUri?: string;
  /** Who signs in; the first account that may consent unless said. */
  account?: string;
  tokenUrl?: string;
}

/** The OAuth client library's idea of the demo's server, without discovery. */
export function serverOf(demo: Demo, tokenUrl = demo.tokenUrl): oauth.AuthorizationServer {
  return {
    issuer: demo.issuer,
    authorization_endpoint: demo.authorizeUrl,
    token_endpoint: tokenUrl,
    revocation_endpoint: demo.revokeUrl,
  };
}

/** Opens the authorize URL as a new person: the first page shown. */
export async function openAuthorize(
  demo: Demo,
  choice: ClientChoice = {},
  extra: Record<string, string> = {},
): Promise<SignIn> {
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const url = new URL(demo.authorizeUrl);
  url.search = new URLSearchParams({
    client_id: choice.clientId ?? demo.clientId,
    response_type: 'code',
    redirect_uri: choice.redirectUri ?? callback,
    scope: choice.scope ?? demo.scopes,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...extra,
  }).toString();
  const browser = createBrowser(callback);
  return { browser, verifier, state, page: await browser.open(url.href) };
}

/** Signs in and accepts: the sign-in with the callback as its page. */
export async function consent(demo: Demo, choice: ClientChoice = {}): Promise<SignIn> {
  const signIn = await openAuthorize(demo, choice);
  const page = await (await signIn.page.press(choice.account ?? 'Ada Lindqvist')).press('Accept');
  return { ...signIn, page };
}

/** Exchanges the code of a callback. */
export async function exchange(
  demo: Demo,
  { page, state, verifier }: SignIn,
  choice: ClientChoice = {},
): Promise<oauth.TokenEndpointResponse> {
  const server = serverOf(demo, choice.tokenUrl);
  const client = { client_id: choice.clientId ?? demo.clientId };
  const parameters = oauth.validateAuthResponse(server, client, new URL(page.url), state);
  const authentication = choice.authentication ?? oauth.ClientSecretPost(demo.clientSecret);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    authentication,
    parameters,
    callback,
    verifier,
    options,
  );
  return oauth.processAuthorizationCodeResponse(server, client, response);
}

/** A token set obtained by the whole walk. */
export async function connect(demo: Demo, choice: ClientChoice = {}): Promise<oauth.TokenEndpointResponse> {
  return exchange(demo, await consent(demo, choice), choice);
}

/** A new token set for a refresh token. */
export async function refresh(demo: Demo, token: string | undefined): Promise<oauth.TokenEndpointResponse> {
  const [server, client] = [serverOf(demo), { client_id: demo.clientId }];
  const authentication = oauth.ClientSecretPost(demo.clientSecret);
  const response = await oauth.refreshTokenGrantRequest(server, client, authentication, token ?? '', options);
  return oauth.processRefreshTokenResponse(server, client, response);
}

/** Revokes a token. Rejects with the server's error. */
export async function revoke(demo: Demo, token: string): Promise<void> {
  const [server, client] = [serverOf(demo), { client_id: demo.clientId }];
  const authentication = oauth.ClientSecretPost(demo.clientSecret);
  await oauth.processRevocationResponse(await oauth.revocationRequest(server, client, authentication, token, options));
}

/** Posts to the token endpoint and answers status and body as they are. */
export async function postToken(
  demo: Demo,
  fields: Record<string, string>,
  url = demo.tokenUrl,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const body = new URLSearchParams({ client_id: demo.clientId, client_secret: demo.clientSecret, ...fields });
  const response = await fetch(url, { method: 'POST', body });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** The status of reading the demo's users with this token. */
export async function statusOfUsers(demo: Demo, token: string): Promise<number> {
  const response = await fetch(`${demo.usersUrl}?$top=1`, { headers: { authorization: `Bearer ${token}` } });
  await response.arrayBuffer();
  return response.status;
}
