import type { DiscoveredEndpoints } from '../shared/contract';
import { checkUrl, type HostPolicy } from '../shared/host-rules';
import { tokenRequestTimeoutMs } from '../shared/limits';
import type { OutboundFetch } from '../ports';
import { Problem } from '../shared/problem';
import { boundedText } from './bounded-text';

const wellKnown = '/.well-known/openid-configuration';

/**
 * The endpoints that an issuer publishes (OpenID Connect Discovery section 4). The address of the document itself is
 * taken as well. What comes back must name the same issuer, or anybody could answer for it.
 * @throws Problem `invalid-input` (an issuer or an endpoint that may not be asked), `remote-not-found`,
 *   `response-unreadable`, `remote-failed`, and what the outbound fetch throws
 */
export async function discoverEndpoints(
  issuer: string,
  { fetch, ...policy }: HostPolicy & { fetch: OutboundFetch },
): Promise<DiscoveredEndpoints> {
  const base = issuer
    .trim()
    .replace(/\/\.well-known\/openid-configuration$/, '')
    .replace(/\/+$/, '');
  const { url, refusal } = checkUrl(`${base}${wellKnown}`, policy);
  if (refusal !== undefined) throw atIssuer(refusal);
  if (url.search !== '' || url.hash !== '') throw atIssuer('An issuer has no query and no fragment.');
  const document = await readDocument(url, fetch);
  const named = typeof document.issuer === 'string' ? document.issuer : '';
  if (named.replace(/\/+$/, '') !== base) throw otherIssuer(named);
  return {
    authUrl: endpoint(document, 'authorization_endpoint', 'the Auth URL', policy),
    tokenUrl: endpoint(document, 'token_endpoint', 'the Token URL', policy),
    revokeUrl: endpoint(document, 'revocation_endpoint', 'the Revoke URL', policy),
  };
}

const atIssuer = (message: string) => new Problem('invalid-input', message, { fields: [{ path: 'issuer', message }] });

async function readDocument(url: URL, fetch: OutboundFetch): Promise<Record<string, unknown>> {
  const signal = AbortSignal.timeout(tokenRequestTimeoutMs);
  const response = await fetch(url, { method: 'GET', headers: { accept: 'application/json' }, signal });
  const { status } = response;
  if (status === 404 || status === 410) {
    throw new Problem('remote-not-found', 'The issuer publishes no endpoints. Enter them by hand.', { status });
  }
  if (status >= 300 && status < 400) {
    throw new Problem('remote-failed', 'The issuer redirects elsewhere. Enter its final address.', { status });
  }
  if (status !== 200) throw new Problem('remote-failed', `The issuer answered with status ${status}.`, { status });
  return objectOf(await boundedText(response, signal));
}

function objectOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // told below
  }
  throw new Problem('response-unreadable', 'The issuer answered something that is no list of endpoints.');
}

function otherIssuer(named: string): Problem {
  const message =
    'What answered there calls itself another issuer, so its endpoints are not taken. Enter them by hand.';
  return new Problem('response-unreadable', message, { detail: `Issuer: ${named}`.slice(0, 500) });
}

/** An endpoint that the app may ask; empty where the issuer names none. */
function endpoint(document: Record<string, unknown>, name: string, label: string, policy: HostPolicy): string {
  const text = document[name];
  if (typeof text !== 'string' || text === '') return '';
  const { refusal } = checkUrl(text, policy);
  if (refusal !== undefined) throw atIssuer(`The issuer names an address for ${label} that cannot be used. ${refusal}`);
  return text;
}
