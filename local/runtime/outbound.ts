import { Agent, Request, fetch } from 'undici';
import type { RequestInfo, RequestInit, Response } from 'undici';
import type { PlatformCalls } from './platform-calls';
import type { PlatformReply } from './wire';

/** An address that the host has resolved and allowed for one request. */
export interface PinnedAddress {
  address: string;
  family: number;
}

const maxRedirects = 20;
const redirects = new Set([301, 302, 303, 307, 308]);
const bodyHeaders = ['content-encoding', 'content-language', 'content-location', 'content-type', 'content-length'];
const agents = new Map<string, Agent>();

/**
 * The functions' global `fetch`. The host decides on every request, each hop of a redirect included, and the request
 * goes to the very address that the host has looked at.
 * @throws Error named `REQUEST_EGRESS_ALLOWLIST_ERR` (status 403) for a host that nobody approved.
 */
export function outboundFetch(calls: PlatformCalls) {
  return async (input: RequestInfo, init: RequestInit = {}): Promise<Response> => {
    calls.liveInvocation('fetch');
    let request = new Request(input, { duplex: 'half', ...init });
    const mode = request.redirect;
    for (let hop = 0; hop <= maxRedirects; hop += 1) {
      const spare = mode === 'follow' && request.body ? request.clone() : request;
      const response = await send(calls, request);
      const target = redirectTarget(response, request.url);
      if (!target || mode === 'manual') return described(response, request.url, hop > 0);
      if (mode === 'error') throw new TypeError('fetch failed: the request was redirected');
      await response.body?.cancel();
      request = nextHop(spare, target, response.status);
    }
    throw new TypeError('fetch failed: too many redirects');
  };
}

async function send(calls: PlatformCalls, request: Request): Promise<Response> {
  const { addresses, breaksOff } = await approved(calls, request);
  const response = await fetch(request, { redirect: 'manual', dispatcher: agentFor(addresses) });
  if (breaksOff) await breakOff(response, breaksOff);
  return response;
}

/** The API has done what was requested; here nobody learns of it. */
async function breakOff(response: Response, how: NonNullable<PlatformReply['breaksOff']>): Promise<never> {
  if (how === 'dies-after') process.exit();
  await response.body?.cancel();
  throw new TypeError('fetch failed');
}

interface Approval extends Pick<PlatformReply, 'breaksOff'> {
  addresses: PinnedAddress[];
}

async function approved(calls: PlatformCalls, { url, method }: Request): Promise<Approval> {
  const target = { type: 'egress' };
  const reply = await calls.send({ target, path: url, method, headers: [], body: undefined });
  const found = JSON.parse(reply.body ?? '{}') as { addresses?: PinnedAddress[]; name?: string; message?: string };
  if (found.addresses) return { addresses: found.addresses, breaksOff: reply.breaksOff };
  const error = new Error(found.message ?? 'The request was refused.');
  throw Object.assign(error, { name: found.name ?? 'REQUEST_EGRESS_ALLOWLIST_ERR', status: reply.status });
}

function agentFor(addresses: PinnedAddress[]): Agent {
  const key = addresses.map(({ address }) => address).join(' ');
  const known = agents.get(key);
  if (known) return known;
  const agent = new Agent({
    connect: {
      lookup: (_host, options, done) =>
        options.all ? done(null, addresses) : done(null, addresses[0]!.address, addresses[0]!.family),
    },
  });
  agents.set(key, agent);
  return agent;
}

function redirectTarget(response: Response, from: string): URL | undefined {
  const location = redirects.has(response.status) ? response.headers.get('location') : null;
  return location ? new URL(location, from) : undefined;
}

/** The request after a redirect, as the Fetch standard has it (HTTP-redirect fetch, steps 11 to 14). */
function nextHop(request: Request, target: URL, status: number): Request {
  const headers = new Headers([...request.headers]);
  const toGet = status === 303 ? !['GET', 'HEAD'].includes(request.method) : status < 303 && request.method === 'POST';
  if (toGet) bodyHeaders.forEach((name) => headers.delete(name));
  if (new URL(request.url).origin !== target.origin) headers.delete('authorization');
  const { method, body, signal } = request;
  const init = toGet ? { method: 'GET' } : { method, body, duplex: 'half' as const };
  return new Request(target, { ...init, headers: [...headers], signal });
}

function described(response: Response, url: string, redirected: boolean): Response {
  return Object.defineProperties(response, { url: { value: url }, redirected: { value: redirected } });
}
