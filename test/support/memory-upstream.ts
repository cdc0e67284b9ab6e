import type { OutboundFetch, OutboundInit } from '../../src/ports';

/** One response of an API in memory: a response, or whatever is thrown on the way to it. */
export type Respond = (init: OutboundInit, attempt: number) => Response | Promise<Response>;

export interface MemoryUpstream {
  fetch: OutboundFetch;
  /** Every request in order. */
  requests: { url: string; method: OutboundInit['method']; headers: Record<string, string>; body?: string }[];
}

/** An API that answers by URL and refuses what it was not told of. */
export function memoryUpstream(responses: Record<string, Respond>): MemoryUpstream {
  const requests: MemoryUpstream['requests'] = [];
  const attempts = new Map<string, number>();
  return {
    requests,
    async fetch(url, init) {
      const { method, headers, body } = init;
      requests.push({ url: url.href, method, headers, ...(body !== undefined && { body }) });
      const attempt = (attempts.get(url.href) ?? 0) + 1;
      attempts.set(url.href, attempt);
      const response = responses[url.href];
      if (!response) throw new Error(`The remote knows nothing of ${url.href}`);
      return response(init, attempt);
    },
  };
}

/** A response with a JSON body. */
export function json(value: unknown, init: ResponseInit = {}): Response {
  return new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' }, ...init });
}

/** A response that is nothing but its status, with headers. */
export function status(code: number, headers: Record<string, string> = {}, body = ''): Response {
  return new Response([204, 304].includes(code) ? null : body, { status: code, headers });
}
