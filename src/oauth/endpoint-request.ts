import { allowInsecureRequests, customFetch, type ClientAuth } from 'oauth4webapi';
import type { Now, OutboundFetch, Redactor } from '../ports';
import { hasTwoSpellings, type OAuthClient } from './client';
import { clientProof } from './client-proof';
import type { Requested } from './client-sentences';
import { tokenRefused } from './provider-errors';
import { type Members, membersOf, textIn } from './response-members';
import { tokenResponse, tokenProblem, type TokenResponse } from './token-response';
import { tokenFetch } from './token-fetch';
import { refusedBy, tokenRefusal } from './token-refusal';

export interface TokenRequestOptions {
  fetch: OutboundFetch;
  /** `http:` endpoints are accepted: only for loopback servers on the local host. */
  insecure: boolean;
  /** Assertions say when they were made. */
  now: Now;
  /** Has what was signed masked in everything that leaves this invocation. */
  redactor: Pick<Redactor, 'remember'>;
}

/** What a token or revoke endpoint sent, whatever it says. */
interface EndpointReply {
  status: number;
  headers: Headers;
  text: string;
}

type LibraryOptions = { [customFetch]: ReturnType<typeof tokenFetch>; [allowInsecureRequests]: boolean };
type Send = (proof: ClientAuth, options: LibraryOptions) => Promise<Response>;
type Known = Partial<Requested>;

/**
 * What the endpoint replied to one request, and whether it took Basic in its raw spelling. A client that was refused is
 * tried once more with the other spelling of Basic, where its id or secret has characters that make a difference.
 * @throws Problem `exchange-failed` (a redirect, an endless response), `remote-*`, `host-not-allowed`
 */
export async function requestEndpoint(
  client: OAuthClient,
  known: Known,
  options: TokenRequestOptions,
  send: Send,
): Promise<{ reply: EndpointReply; rawBasic: boolean }> {
  const rawBasic = client.rawBasic === true;
  const reply = await requestOnce(client, known, options, send);
  if (!hasTwoSpellings(client) || !isClientRefused(reply)) return { reply, rawBasic };
  const other = { ...client, rawBasic: !rawBasic };
  const second = await requestOnce(other, known, options, send);
  return isClientRefused(second) ? { reply, rawBasic } : { reply: second, rawBasic: !rawBasic };
}

async function requestOnce(
  client: OAuthClient,
  known: Known,
  options: TokenRequestOptions,
  send: Send,
): Promise<EndpointReply> {
  const format = known.endpoint === 'Revoke URL' ? undefined : client.tokenRequestFormat;
  const library: LibraryOptions = {
    [customFetch]: tokenFetch(options.fetch, format),
    [allowInsecureRequests]: options.insecure,
  };
  try {
    const response = await send(clientProof(client, options, known.proof === 'assertion'), library);
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    throw tokenProblem(error);
  }
}

/** A 400 without a word may be meant for the client as well, and so may an empty 403, as Glewlwyd has it. */
function isClientRefused({ status, headers, text }: EndpointReply): boolean {
  const refusal = tokenRefusal(status, headers, text);
  const refused = refusedBy(refusal);
  const isWordless403 = status === 403 && text.trim() === '' && refusal.code === undefined;
  return refused === 'client' || (refused === 'grant' && refusal.code === undefined) || isWordless403;
}

/**
 * The tokens that the token endpoint gives, with an ID token that came beside them.
 * @throws Problem of `requestEndpoint`; `exchange-failed` for a refusal of any kind
 */
export async function requestTokens(
  client: OAuthClient,
  known: Known,
  options: TokenRequestOptions,
  send: Send,
): Promise<{ tokens: TokenResponse; idToken?: string }> {
  const { reply, rawBasic } = await requestEndpoint(client, known, options, send);
  const members = membersOf(reply.text);
  const tokens = reply.status < 300 ? tokenResponse(members, client.tokenPath) : undefined;
  if (!tokens) throw refusalOf(reply, members, client, known);
  return { tokens: { ...tokens, ...(rawBasic && { rawBasic }) }, idToken: textIn(members, ['id_token']) };
}

/** Some servers report an error with status 200. */
function refusalOf({ status, headers, text }: EndpointReply, { error }: Members, client: OAuthClient, known: Known) {
  const isError = status < 300 && error !== undefined && error !== null && error !== '';
  return tokenRefused(tokenRefusal(isError ? 400 : status, headers, text), requestedOf(client, known));
}

/**
 * Does nothing where a revocation succeeded; its response says no more than its status (RFC 7009 section 2.2).
 * @throws Problem `exchange-failed`
 */
export function requireDone(reply: EndpointReply, client: OAuthClient, known: Known): void {
  const members = membersOf(reply.text);
  const isError = typeof members.error === 'string' && members.error !== '';
  if (reply.status >= 300 || isError) throw refusalOf(reply, members, client, known);
}

const requestedOf = ({ clientAuthentication }: OAuthClient, known: Known): Requested => ({
  endpoint: 'Token URL',
  clientAuthentication,
  hadWorked: false,
  ...known,
});
