import { JSONPathEnvironment } from 'json-p3';
import { proposePanel } from '../src/editing/propose/propose-panel';
import { parseResponse } from '../src/formats/parse-response';
import { detectPagination } from '../src/requests/detect-pagination';
import { moreRows } from '../src/requests/more/more-rows';
import { requestAfter } from '../src/requests/pagination/next-page';
import { firstPage } from '../src/requests/pagination/styles';

/** A labelled response: what was requested, and what came. */
interface Shape {
  request: { method: 'GET' | 'POST'; url: string; headers?: Record<string, string>; body?: string };
  response: { headers: Record<string, string>; body: unknown };
}

const environment = new JSONPathEnvironment();

export const select = (selector: string, document: unknown) =>
  environment.query(selector, document as Parameters<JSONPathEnvironment['query']>[1]).values();

export function documentOf({ response: { headers, body } }: Shape): unknown {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const contentType = headers['content-type'] ?? '';
  return parseResponse({ bytes: Buffer.from(text), contentType }, { dataSourceName: 'it', format: 'auto' }).document;
}

export function judge({ request, response }: Shape, document: unknown) {
  const url = new URL(request.url);
  const linkHeader = response.headers.link ?? null;
  const { rowsSelector, rowCount } = proposePanel(document, { request: { url, body: request.body } });
  const seen = { request: { url, body: request.body }, document, headers: Object.entries(response.headers) };
  const more = moreRows({ ...seen, rowsSelector, countBefore: 0 });
  const found = detectPagination({
    url,
    method: request.method,
    body: request.body,
    requestHeaders: Object.keys(request.headers ?? {}),
    document,
    linkHeader,
    rowsSelector,
    headers: seen.headers,
  });
  if (!found) return { rowsSelector, rowCount, noticed: more !== undefined, more };
  const { pagination } = found;
  const first = { url, body: request.body };
  let next;
  try {
    const asked = firstPage(pagination, first);
    const { headers } = seen;
    const page = { request: asked, url, document, linkHeader, headers, rowsSelector, pagesBefore: 0, itemsBefore: 0 };
    const after = requestAfter(pagination, page, url.origin, new Set());
    if (after.kind === 'page') {
      const { method = request.method, url: to, body, headers: sent } = after.request;
      next = { method, url: to.href, body, headers: sent };
    }
  } catch (error) {
    next = { failed: String(error) };
  }
  return { rowsSelector, rowCount, noticed: true, pagination, next };
}
