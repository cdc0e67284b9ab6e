import { firstText, firstValue } from '../../requests/pagination/first-value';
import { atOrigin } from '../../requests/pagination/own-origin';
import type { PageRequest } from '../../requests/pagination/page-facts';
import { parseUrl } from '../../shared/parse-url';
import { Problem } from '../../shared/problem';
import { documentOf } from './response-document';
import { methodOf, type RequestOptions, type SendServices } from './request';
import { sendRequest } from './send-request';
import type { Upstream } from './upstream';
import type { UpstreamResponse } from './upstream-response';

/** Requests for one result, the first included. */
const mostRequests = 15;
/** Before each further request, in milliseconds; the last one again and again. */
const pausesMs = [1000, 2000, 4000];

/**
 * The response once its result is there. One that says "not ready yet", by its status 202 or the words of the settings, is
 * requested again after a pause: at the address that it names, or as it was if that was a GET.
 * @throws Problem of `sendRequest`; `remote-timeout` where the result is not there in time, or cannot be asked for again
 */
export async function untilReady(
  request: PageRequest,
  options: RequestOptions,
  upstream: Pick<Upstream, 'settings'>,
  services: SendServices,
): Promise<UpstreamResponse> {
  let next = request;
  for (let count = 1; ; count++) {
    const response = await sendRequest(next, options, services);
    if (!isUnready(response, upstream)) return response;
    const pauseMs = response.retryAfterMs ?? pausesMs[Math.min(count, pausesMs.length) - 1] ?? 0;
    const again = requestAgain(response, next, options, upstream);
    if (!again || count >= mostRequests || options.deadline - services.now() < 2 * pauseMs) throw unready(options);
    await services.delay(pauseMs);
    next = again;
  }
}

function unready({ dataSourceName }: RequestOptions): Problem {
  const message = `${dataSourceName} has not finished its result yet. Try again later.`;
  return new Problem('remote-timeout', message, {
    remedy: 'An admin can test the data source to see how the API says where its result will be.',
  });
}

/** A 202 that brings rows is taken as it is (RFC 9110 section 15.3.3 leaves open what one brings). */
function isUnready(response: UpstreamResponse, upstream: Pick<Upstream, 'settings'>): boolean {
  const { status, headers, body } = response;
  if (status === 202 && (body.bytes.byteLength === 0 || headers.has('retry-after') || placeIn(headers) !== undefined))
    return true;
  const { notReady } = upstream.settings.response;
  if (!notReady || notReady.selector === '' || status < 200 || status > 299 || status === 204) return false;
  const value = firstValue(notReady.selector, documentOf(response, upstream).document);
  return notReady.values.some((each) => each.toLowerCase() === String(value).toLowerCase());
}

const placeIn = (headers: Headers) => headers.get('location') ?? headers.get('operation-location') ?? undefined;

function requestAgain(
  response: UpstreamResponse,
  request: PageRequest,
  options: RequestOptions,
  upstream: Pick<Upstream, 'settings'>,
): PageRequest | undefined {
  const link = placeIn(response.headers) ?? placeInDocument(response, upstream);
  if (link === undefined) return methodOf(request, options) === 'GET' ? request : undefined;
  const parsed = parseUrl(link, response.url);
  const url = parsed && atOrigin(parsed, { request, url: response.url }, request.url.origin);
  return url && { url, method: 'GET' };
}

function placeInDocument(response: UpstreamResponse, upstream: Pick<Upstream, 'settings'>): string | undefined {
  const selector = upstream.settings.response.notReady?.urlSelector ?? '';
  return selector === '' ? undefined : firstText(selector, documentOf(response, upstream).document);
}
