import type { TestedRequest } from '../../shared/contract';
import type { Redactor } from '../../ports';
import type { UpstreamResponse, SentRequest } from '../../panel/read/upstream-response';

/** Headers that say what came, how pages go on, how much may be requested and what is wrong with the sign-in. */
const shownHeaders =
  /^(?:content-type|content-length|content-encoding|link|location|retry-after|www-authenticate|date|etag|last-modified|server|x-total-count|x-next-page|x-total-pages|(?:x-)?rate-?limit.*|x-ratelimit.*|x-oauth-scopes|x-accepted-oauth-scopes|(?:x-)?(?:request|correlation|trace)-id|request-id|client-request-id|x-ms-ags-diagnostic)$/i;

const longestValue = 1000;

/** The requests of a test in order, noted as they leave and as their responses come. */
export class TestedRequests {
  private readonly requests: TestedRequest[] = [];

  constructor(private readonly redactor: Redactor) {}

  onRequest({ method, url, headers, body }: SentRequest): void {
    this.requests.push({
      method,
      url: this.redactor.redact(url),
      requestHeaders: headers.map(({ name, value }) => ({ name, value: this.redactor.redact(value) })),
      ...(body !== undefined && { requestBody: this.redactor.redact(body) }),
      responseHeaders: [],
      status: 0,
      durationMs: 0,
      bytes: 0,
      contentType: '',
    });
  }

  /** Requests go one after the other, so the response is to the last of them. */
  onResponse({ status, headers, contentType, durationMs, body }: UpstreamResponse): void {
    const last = this.requests.at(-1);
    if (!last) return;
    const responseHeaders = [...headers]
      .filter(([name]) => shownHeaders.test(name))
      .map(([name, value]) => ({ name, value: this.redactor.redact(value.slice(0, longestValue)) }));
    Object.assign(last, { status, responseHeaders, contentType, durationMs, bytes: body.bytes.byteLength });
  }

  list(): TestedRequest[] {
    return [...this.requests];
  }
}
