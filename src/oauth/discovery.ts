import type { AuthorizationServer } from 'oauth4webapi';
import type { AnnouncedIssuer, ClientAuthentication, DiscoveredEndpoints } from '../shared/contract';
import { checkUrl, type HostPolicy } from '../shared/host-rules';
import type { OutboundFetch } from '../ports';
import { Problem } from '../shared/problem';
import { urlLength } from '../shared/limits';
import { withoutEnd } from '../shared/without-end';
import { serverMetadata } from './server-metadata';

/** The places of the metadata (OpenID Connect Discovery section 4, RFC 8414 sections 3 and 5), below and above a path. */
const wellKnown = /\/\.well-known\/(openid-configuration|oauth-authorization-server)(?=\/|$)/;

/**
 * The endpoints that an issuer publishes, as OpenID Connect Discovery or RFC 8414 have it; empty where it names none.
 * The address of the document is taken for the issuer as well. Endpoints of another issuer come with its name.
 * @throws Problem `invalid-input` (an issuer or an endpoint that may not be contacted), `remote-not-found`,
 * `response-unreadable`, `remote-failed`, and what the outbound fetch throws
 */
export async function discoverEndpoints(
  issuer: string,
  { fetch, ...policy }: HostPolicy & { fetch: OutboundFetch },
): Promise<DiscoveredEndpoints> {
  const { server, otherIssuer } = await serverMetadata(issuerUrl(issuer, policy), {
    fetch,
    insecure: policy.loopbackAllowed,
  });
  const authUrl = endpoint(server, 'authorization_endpoint', 'the Auth URL', policy);
  return {
    authUrl,
    tokenUrl: endpoint(server, 'token_endpoint', 'the Token URL', policy),
    revokeUrl: endpoint(server, 'revocation_endpoint', 'the Revoke URL', policy),
    clientAuthentication: supportedWay(server),
    announcedIssuer: announced(server, authUrl),
    otherIssuer,
  };
}

/** In the order in which they are offered, where a server takes several. */
const ways: readonly ClientAuthentication[] = ['client_secret_post', 'client_secret_basic', 'private_key_jwt', 'none'];

/** How the server lets clients authenticate, as far as the app can; `undefined` where it does not say. */
function supportedWay({ token_endpoint_auth_methods_supported: supported }: AuthorizationServer) {
  return Array.isArray(supported) ? ways.find((way) => supported.includes(way)) : undefined;
}

/** RFC 9207 section 3: a server that announces it names itself in every callback, by exactly this name. */
function announced(server: AuthorizationServer, authUrl: string): AnnouncedIssuer | undefined {
  const { issuer: name, authorization_response_iss_parameter_supported: isSent } = server;
  return isSent === true && authUrl !== '' && name.length <= urlLength ? { name, authUrl } : undefined;
}

/** The issuer without a slash at its end, if the app may contact it. */
function issuerUrl(text: string, policy: HostPolicy): URL {
  const issuer = withoutEnd(text.trim().replace(wellKnown, ''), '/');
  const { url, refusal } = checkUrl(issuer, policy);
  if (refusal !== undefined) throw atIssuer(refusal);
  if (url.search !== '' || url.hash !== '') throw atIssuer('An issuer cannot have a query or a fragment.');
  return url;
}

const atIssuer = (message: string) => new Problem('invalid-input', message, { fields: [{ path: 'issuer', message }] });

/** An endpoint that the app may contact; empty where the issuer names none. */
function endpoint(server: AuthorizationServer, name: string, label: string, policy: HostPolicy): string {
  const text = server[name];
  if (typeof text !== 'string' || text === '') return '';
  const { refusal } = checkUrl(text, policy);
  if (refusal !== undefined) throw atIssuer(`The issuer gives an address for ${label} that cannot be used. ${refusal}`);
  return text;
}
