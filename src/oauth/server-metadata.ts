import {
  allowInsecureRequests,
  customFetch,
  discoveryRequest,
  processDiscoveryResponse,
  type AuthorizationServer,
} from 'oauth4webapi';
import { tokenRequestTimeoutMs, urlLength } from '../shared/limits';
import { parseUrl } from '../shared/parse-url';
import type { OutboundFetch } from '../ports';
import { Problem } from '../shared/problem';
import { withoutEnd } from '../shared/without-end';
import { boundedText } from './bounded-text';
import type { TokenRequestOptions } from './endpoint-request';
import { membersOf, textIn } from './response-members';

type MetadataOptions = Pick<TokenRequestOptions, 'fetch' | 'insecure'>;

type Place = 'oidc' | 'oauth2';

/** What a server publishes; `otherIssuer` where it calls itself something else than it was requested by. */
export interface Metadata {
  server: AuthorizationServer;
  otherIssuer?: string;
}

/**
 * What an authorization server publishes about itself, read from the place of OpenID Connect Discovery (section 4) or
 * else from that of RFC 8414 (section 3). A document of the requested issuer is preferred, because anybody could
 * speak for another one.
 * @throws Problem `remote-not-found` (neither place has one), `remote-failed`, `response-unreadable`, and what the
 *   outbound fetch throws
 */
export async function serverMetadata(issuer: URL, options: MetadataOptions): Promise<Metadata> {
  const first = await attempt('oidc', issuer, options);
  if (isOwn(first)) return first;
  const second = await attempt('oauth2', issuer, options);
  if (isOwn(second)) return second;
  if (!(first instanceof Problem)) return first;
  if (!(second instanceof Problem)) return second;
  throw first.code === 'remote-not-found' ? second : first;
}

const isOwn = (found: Metadata | Problem): found is Metadata =>
  !(found instanceof Problem) && found.otherIssuer === undefined;

/** The metadata at one place, or the problem with what is there, which does not rule out the other place. */
async function attempt(place: Place, issuer: URL, options: MetadataOptions): Promise<Metadata | Problem> {
  const response = await discoveryRequest(issuer, {
    algorithm: place,
    [customFetch]: metadataFetch(options.fetch),
    [allowInsecureRequests]: options.insecure,
  });
  return statusProblem(response.status) ?? soundMetadata(issuer, response);
}

/** The fetch that the protocol library gets: one GET that follows no redirect, ends after 8 s and reads at most 64 KB. */
function metadataFetch(fetch: OutboundFetch) {
  return async (url: string, init: { headers: Record<string, string> }): Promise<Response> => {
    const signal = AbortSignal.timeout(tokenRequestTimeoutMs);
    const response = await fetch(new URL(url), { method: 'GET', headers: init.headers, signal });
    const { status, headers } = response;
    return new Response(status === 200 ? await boundedText(response, signal) : null, { status, headers });
  };
}

function statusProblem(status: number): Problem | undefined {
  if (status === 200) return undefined;
  if (status === 404 || status === 410) {
    return new Problem('remote-not-found', 'The issuer publishes no endpoints. Enter them by hand.', { status });
  }
  if (status >= 300 && status < 400) {
    return new Problem('remote-failed', 'The issuer redirects to another address. Enter the final address.', {
      status,
    });
  }
  return new Problem('remote-failed', `The issuer responded with status ${status}.`, { status });
}

/** What the document says, and of whom. */
async function soundMetadata(issuer: URL, response: Response): Promise<Metadata | Problem> {
  const named = textIn(membersOf(await response.clone().text()), ['issuer']) ?? '';
  const url = parseUrl(named);
  if (!url) return notMetadata();
  try {
    const server = await processDiscoveryResponse(url, response);
    return plain(url) === plain(issuer) ? { server } : { server, otherIssuer: named.slice(0, urlLength) };
  } catch (error) {
    return notMetadata(error);
  }
}

/** Servers write a slash at the end or none, and letters of either case, and mean the same issuer. */
const plain = ({ href }: URL): string => withoutEnd(href.toLowerCase(), '/');

const notMetadata = (cause?: unknown) =>
  new Problem('response-unreadable', 'The issuer did not return a list of endpoints.', { cause });
