import type { RequestMethod } from '../../shared/contract';
import type { PageRequest } from '../../requests/pagination/page-facts';
import type { Access, AccessHeaders } from '../../grants/access';
import type { Delay, Now, OutboundFetch } from '../../ports';
import { Problem } from '../../shared/problem';
import { type UpstreamResponse, upstreamResponse, type SentRequest } from './upstream-response';
import { type Body, readBody } from './body';
import { bodyWithCredentials, maskedRequest, urlWithCredentials, withoutQuery } from './sent';
import { timeout, unreached } from './unreached';

export interface RequestOptions {
  dataSourceName: string;
  method: RequestMethod;
  /** Of every request, by names in lower case, credentials not among them. */
  headers: Readonly<Record<string, string>>;
  /** It has left its origin: the address may be signed, so its query is not shown, and no credentials go along. */
  isElsewhere?: true;
  access: Access;
  /** The character set of what is responded, where it is set by hand. */
  charset?: string;
  /** Bytes the body may have. */
  maxBytes: number;
  /** When there is no time left for this request, in milliseconds since the epoch. */
  deadline: number;
  /** Second attempts that this reading has left, all its requests together. */
  retries: { left: number };
  /** Told of every request just before it leaves. */
  onRequest?: (sent: SentRequest) => void;
  /** Told of every response, those of refused and redirected requests included. */
  onResponse?: (received: UpstreamResponse) => void;
}

export interface SendServices {
  fetch: OutboundFetch;
  now: Now;
  delay: Delay;
}

/** One response, and where it redirects to if it does. */
export interface Hop {
  response: UpstreamResponse;
  location: string | undefined;
}

/**
 * The response to one request, redirects not followed.
 * @throws Problem `remote-timeout`, `remote-unreachable`, `host-unknown`, `certificate-invalid`, `host-not-allowed`,
 *   `port-not-allowed`, each naming the data source
 */
export async function requestOnce(
  page: PageRequest,
  credentials: AccessHeaders,
  options: RequestOptions,
  services: SendServices,
): Promise<Hop> {
  const { dataSourceName } = options;
  const method = methodOf(page, options);
  requireOurs(page.url, options);
  const began = services.now();
  const signal = AbortSignal.timeout(timeLeft(options, began));
  const own = credentials.forRequest({ method, url: page.url });
  const configured = headersOf(page, options);
  const sent = maskedRequest(method, page, configured, own);
  const headers = { ...configured, ...own.headers };
  options.onRequest?.(options.isElsewhere ? withoutQuery(sent) : sent);
  const url = urlWithCredentials(page.url, own);
  const response = await services
    .fetch(url, { method, headers, body: bodyWithCredentials(page.body, own), signal })
    .catch((error: unknown) => {
      throw unreached(error, dataSourceName);
    });
  const body = await readInTime(response, options, signal);
  const now = services.now();
  const received = upstreamResponse(sent, page.url, response, { body, charset: options.charset }, now - began, now);
  options.onResponse?.(received);
  return { response: received, location: locationOf(response) };
}

/** The method of a page's request: its own, or that of the first. */
export const methodOf = ({ method }: PageRequest, options: Pick<RequestOptions, 'method'>) => method ?? options.method;

/** A GET that follows a request with a body has none, and no word on what one would be. */
function headersOf(page: PageRequest, options: RequestOptions): Record<string, string> {
  const { 'content-type': contentType, ...others } = options.headers;
  const hasBody = page.body !== undefined || page.method === undefined;
  return { ...others, ...(contentType !== undefined && hasBody && { 'content-type': contentType }), ...page.headers };
}

function timeLeft({ deadline, dataSourceName }: RequestOptions, now: number): number {
  if (deadline <= now) throw timeout(dataSourceName);
  return Math.ceil(deadline - now);
}

function requireOurs(url: URL, { access, dataSourceName, isElsewhere }: RequestOptions): void {
  if (isElsewhere || access.origins === undefined || access.origins.includes(url.origin)) return;
  throw new Problem('host-not-allowed', `${dataSourceName} was connected for another host.`, {
    remedy: 'An admin can authenticate it again.',
    detail: `Not connected for ${url.origin}`,
  });
}

async function readInTime(
  response: Response,
  { maxBytes, dataSourceName }: RequestOptions,
  signal: AbortSignal,
): Promise<Body> {
  try {
    return await readBody(response, maxBytes, signal);
  } catch (cause) {
    if (signal.aborted) throw timeout(dataSourceName, cause);
    const message = `The connection to ${dataSourceName} was lost before the response was complete. Try again.`;
    throw new Problem('remote-unreachable', message, { cause });
  }
}

function locationOf({ status, headers }: Response): string | undefined {
  return [301, 302, 303, 307, 308].includes(status) ? (headers.get('location') ?? undefined) : undefined;
}
