import { EgressFilteringService } from '@forge/egress';
import type { PlatformReply } from '../../runtime/wire';
import { outboundPorts } from '../limits';
import { isLoopback, isReserved, resolveHost } from './addresses';

export interface EgressRules {
  /** Hosts from the manifest and from the customer's groups, as `@forge/egress` takes them. */
  allowed: string[];
  /** The host's one switch: loopback addresses may be reached, on any port and over `http:` too. */
  allowLoopback: boolean;
}

/** How a request fails in the function: the error's name, its message and a status. */
interface Refusal {
  status: number;
  name: string;
  message: string;
}

/** Responds with 200 and the addresses to connect to, or the status and `{name, message}` of the error that `fetch` throws. */
export async function judgeRequest(url: string, rules: EgressRules): Promise<PlatformReply> {
  const refusal = refuseByUrl(new URL(url), rules);
  if (refusal) return reply(refusal.status, refusal);
  const { hostname, protocol, port } = new URL(url);
  const addresses = await resolveHost(hostname);
  if (addresses.length === 0) return reply(502, { name: 'TypeError', message: 'fetch failed' });
  if (rules.allowLoopback && addresses.every(isLoopback)) return reply(200, { addresses });
  if (addresses.some(isReserved)) return reply(403, fetchError(403, `${hostname} has an address that is not public.`));
  if (protocol !== 'https:') return reply(400, fetchError(400, `Only https is allowed: ${protocol}//${hostname}.`));
  if (outboundPorts.has(Number(port || 443))) return reply(200, { addresses });
  return reply(403, fetchError(403, `Port ${port} is not allowed.`));
}

function refuseByUrl(url: URL, { allowed }: EgressRules): Refusal | undefined {
  if (!/^https?:$/.test(url.protocol)) return fetchError(400, `Only https is allowed, not ${url.protocol}`);
  if (new EgressFilteringService(allowed).isValidUrl(url.href)) return undefined;
  // The platform's own sentence (@forge/api, ExternalEndpointNotAllowedError).
  const help = 'Visit go.atlassian.com/forge-egress for more information.';
  const message = `URL not included in the external fetch backend permissions: ${url.href}. ${help}`;
  return { status: 403, name: 'REQUEST_EGRESS_ALLOWLIST_ERR', message };
}

function fetchError(status: number, message: string): Refusal {
  return { status, name: 'FUNCTION_FETCH_ERR', message };
}

function reply(status: number, body: unknown): PlatformReply {
  return { status, body: JSON.stringify(body) };
}
