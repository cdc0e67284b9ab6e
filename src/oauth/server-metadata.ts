import {
  allowInsecureRequests,
  customFetch,
  discoveryRequest,
  JSON_ATTRIBUTE_COMPARISON,
  OperationProcessingError,
  processDiscoveryResponse,
  type AuthorizationServer,
} from 'oauth4webapi';
import { tokenRequestTimeoutMs } from '../shared/limits';
import type { OutboundFetch } from '../ports';
import { Problem } from '../shared/problem';
import { boundedText } from './bounded-text';
import type { TokenRequestOptions } from './endpoint-request';

type Place = 'oidc' | 'oauth2';

/**
 * What an authorization server publishes about itself, read from the place of OpenID Connect Discovery (section 4) or
 * else from that of RFC 8414 (section 3). The document names the issuer that was requested, or anybody could speak for
 * it.
 * @throws Problem `remote-not-found` (neither place has one), `remote-failed`, `response-unreadable`, and what the
 * outbound fetch throws
 */
export async function serverMetadata(issuer: URL, options: TokenRequestOptions): Promise<AuthorizationServer> {
  const first = await attempt('oidc', issuer, options);
  if (!(first instanceof Problem)) return first;
  const second = await attempt('oauth2', issuer, options);
  if (!(second instanceof Problem)) return second;
  throw first.code === 'remote-not-found' ? second : first;
}

/** The metadata at one place, or the problem with what is there, which does not rule out the other place. */
async function attempt(
  place: Place,
  issuer: URL,
  options: TokenRequestOptions,
): Promise<AuthorizationServer | Problem> {
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

/** What the document says if it names that issuer, with a slash at its end or without, since both are written. */
async function soundMetadata(issuer: URL, response: Response): Promise<AuthorizationServer | Problem> {
  const spellings = [issuer, new URL(`${issuer.href}/`)];
  const readings = spellings.map((spelling) => processDiscoveryResponse(spelling, response.clone()));
  return Promise.any(readings).catch((error: unknown) => unsound((error as AggregateError).errors[0]));
}

function unsound(error: unknown): Problem {
  const names = error instanceof OperationProcessingError && error.code === JSON_ATTRIBUTE_COMPARISON;
  return names ? otherIssuer(error) : notMetadata(error);
}

function otherIssuer(error: OperationProcessingError): Problem {
  const { body } = error.cause as { body: { issuer: string } };
  const message =
    'The server there identifies itself as another issuer, so its endpoints are not used. Enter them by hand.';
  return new Problem('response-unreadable', message, { detail: `Issuer: ${body.issuer}`.slice(0, 500), cause: error });
}

const notMetadata = (cause: unknown) =>
  new Problem('response-unreadable', 'The issuer did not return a list of endpoints.', { cause });
