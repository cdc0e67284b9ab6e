import type { FirstRequest } from '../../requests/first-request';
import type { PageRequest } from '../../requests/pagination/page-facts';
import { acceptFor } from '../../formats/accept';
import type { ParsedResponse } from '../../formats/parse-response';
import { Problem } from '../../shared/problem';
import type { Bounds } from '../shape/read-bounds';
import type { UpstreamResponse } from './upstream-response';
import { requireNoError } from './error-in-response';
import { documentOf } from './response-document';
import { untilReady } from './until-ready';
import type { Upstream, UpstreamServices } from './upstream';
import type { Validators } from './validators';
import type { SendServices, RequestOptions } from './request';
import { statusProblem } from './response-problem';

export interface Page extends ParsedResponse {
  response: UpstreamResponse;
  /** The document as it came, for what leads on to the next page: a link that echoes a key has to have it. */
  unmasked: unknown;
}

/** What all requests of one reading have in common. */
export type ReadingRequest = Pick<
  RequestOptions,
  'dataSourceName' | 'method' | 'headers' | 'access' | 'charset' | 'retries' | 'onRequest' | 'onResponse'
>;

/** The request, if the rows that are kept may be out of date. */
export function onlyIfChanged(readingRequest: ReadingRequest, { etag, lastModified }: Validators = {}): ReadingRequest {
  const headers = {
    ...readingRequest.headers,
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
  };
  return { ...readingRequest, headers };
}

/** What all requests of the reading have in common. */
export function readingRequestFor(upstream: Upstream, first: FirstRequest, retries: number): ReadingRequest {
  const { settings, access, onRequest, onResponse } = upstream;
  const headers = { accept: acceptFor[settings.response.format], ...first.headers };
  const { method } = first;
  return {
    dataSourceName: settings.name,
    method,
    headers,
    access,
    charset: settings.response.charset,
    retries: { left: retries },
    onRequest,
    onResponse,
  };
}

type FetchServices = SendServices & Pick<UpstreamServices, 'redactor'>;

/**
 * One page as a value, once it was requested, read whole, seen to be a success, and parsed, `null` for 204; `undefined`
 * where it has not changed since what the request says is kept.
 * @throws Problem of `untilReady`, of `statusProblem`, `response-too-large`, `response-unreadable`, `sign-in-page`,
 *   `remote-error`
 */
export async function fetchPage(
  request: PageRequest,
  readingRequest: ReadingRequest,
  room: { bytes: number; deadline: number },
  upstream: Upstream,
  services: FetchServices,
): Promise<Page | undefined> {
  const { settings, access, bounds } = upstream;
  const options = { ...readingRequest, maxBytes: room.bytes, deadline: room.deadline };
  const response = await untilReady(request, options, upstream, services);
  if (response.status === 304 && isConditional(readingRequest)) return undefined;
  if (response.status < 200 || response.status > 299)
    throw statusProblem(settings.name, response, isOurs(response, request) ? access : noAccess);
  if (!response.body.whole) throw tooLarge(settings.name, bounds);
  const { document: unmasked, ...parsed } = response.status === 204 ? noDocument : documentOf(response, upstream);
  const document = services.redactor.maskDocument(unmasked, parsed.bytes);
  requireNoError(settings.name, document, settings.response.errorSelector);
  return { response, ...parsed, document, unmasked };
}

const noDocument: ParsedResponse = { document: null, bytes: new Uint8Array(), warnings: [], hints: [] };

/** Of another host that a redirect led to: our sign-in was not sent there. */
const noAccess = { origins: undefined };
const isOurs = ({ url }: UpstreamResponse, request: PageRequest) => url.origin === request.url.origin;

const isConditional = ({ headers }: ReadingRequest) =>
  headers['if-none-match'] !== undefined || headers['if-modified-since'] !== undefined;

function tooLarge(name: string, { bytes }: Bounds): Problem {
  const limit = `${Math.round(bytes / 1024 / 1024)} MB`;
  return new Problem('response-too-large', `${name} returned more than ${limit}, which is more than the app reads.`, {
    remedy: 'An admin can request fewer fields or rows.',
  });
}
