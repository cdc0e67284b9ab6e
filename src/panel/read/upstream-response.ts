import type { RequestMethod } from '../../shared/contract';
import { decodeBody } from '../../formats/decode';
import type { Body } from './body';
import { retryAfterMs } from './retry-after';

/** A request as it went out, credentials masked. */
export interface SentRequest {
  method: RequestMethod;
  url: string;
  headers: { name: string; value: string }[];
  body?: string;
}

/** One response of the API, read as far as allowed. */
export interface UpstreamResponse {
  sent: SentRequest;
  /** Where it came from, without credentials in the query. */
  url: URL;
  status: number;
  headers: Headers;
  contentType: string;
  retryAfterMs: number | undefined;
  body: Body;
  text(): string;
  durationMs: number;
}

/**
 * What is kept of a response and its body; `now` is when it had come. A character set that is set is that of the rows: who
 * refuses may write in another one.
 */
export function upstreamResponse(
  sent: SentRequest,
  url: URL,
  { status, headers, ok }: Response,
  { body, charset }: { body: Body; charset?: string },
  durationMs: number,
  now: number,
): UpstreamResponse {
  const contentType = headers.get('content-type') ?? '';
  return {
    sent,
    url,
    status,
    headers,
    contentType,
    retryAfterMs: waitOf(status, headers, now),
    body,
    text: () => decodeBody(body.bytes, contentType, ok ? charset : undefined),
    durationMs,
  };
}

/**
 * GitHub responds with 403 when its limit is reached, and says in a header of its own when it ends, in seconds since
 * 1970.
 */
function waitOf(status: number, headers: Headers, now: number): number | undefined {
  const wait = retryAfterMs(headers.get('retry-after'), now);
  if (wait !== undefined || headers.get('x-ratelimit-remaining')?.trim() !== '0') return wait;
  const reset = headers.get('x-ratelimit-reset')?.trim() ?? '';
  const isLimit = status === 403 || status === 429;
  return isLimit && /^\d{10}$/.test(reset)
    ? retryAfterMs(new Date(Number(reset) * 1000).toUTCString(), now)
    : undefined;
}

/** Whether the response says that there were too many requests: 429, or 403 with a time to wait, as GitHub has it. */
export function isRateLimit({
  status,
  retryAfterMs: wait,
}: Pick<UpstreamResponse, 'status' | 'retryAfterMs'>): boolean {
  return status === 429 || (status === 403 && wait !== undefined);
}
