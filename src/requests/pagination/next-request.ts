import type { Pagination } from '../../shared/contract';
import { withoutEnd } from '../../shared/without-end';
import { compileRequest } from '../../placeholders/request-template';
import { firstCount, firstText, firstValue } from './first-value';
import { saysNoMore } from './more-flag';
import { type Continuation, lastPage, type PageFacts, type PageRequest, statedEnd } from './page-facts';

type NextRequestPaging = Extract<Pagination, { style: 'next-request' }>;

/** Names that the app gives the values of its own: the number of the next part, and how many there are. */
const partName = 'part';
const partsName = 'parts';

/**
 * The further request that the settings describe, written with values of the response and of those before it. A missing
 * value ends it, unless an earlier response gave it and it is kept; so does the number of the last part.
 * @throws Problem `invalid-input` for values that their place cannot hold
 */
export function afterByNextRequest(paging: NextRequestPaging, page: PageFacts): Continuation {
  if (saysNoMore(paging.moreSelector, page.document)) return statedEnd;
  const carried = { ...page.request.carried, ...countOfParts(paging, page) };
  const part = page.pagesBefore + 1;
  if (carried[partsName] !== undefined && part >= Number(carried[partsName])) return statedEnd;
  const found = valuesOf(paging, page.document, carried);
  return found ? { kind: 'request', request: filled(paging, page, { ...carried, ...found }, part) } : lastPage;
}

/** Whether the further requests go by number, so that one must be requested that is not there. */
export function countsParts({ url, body, partsSelector }: NextRequestPaging): boolean {
  return partsSelector === '' && `${url}${body}`.includes(`{${partName}}`);
}

function countOfParts({ partsSelector }: NextRequestPaging, { document }: PageFacts): Record<string, string> {
  const found = firstValue(partsSelector, document);
  const parts = Array.isArray(found) ? found.length : firstCount(partsSelector, document);
  return parts === undefined ? {} : { [partsName]: String(parts) };
}

function valuesOf(
  { values }: NextRequestPaging,
  document: unknown,
  carried: Readonly<Record<string, string>>,
): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  for (const { name, selector, isKept } of values) {
    const value = firstText(selector, document) ?? (isKept ? carried[name] : undefined);
    if (value === undefined) return undefined;
    found[name] = value;
  }
  return found;
}

function filled(
  { method, url, body }: NextRequestPaging,
  { request, first = request }: PageFacts,
  carried: Record<string, string>,
  part: number,
): PageRequest {
  const { template } = compileNextRequest(urlFrom(first.url, url), body);
  const written = template?.fill(new Map(Object.entries({ ...carried, [partName]: String(part) })));
  if (!written) throw new Error('a template that was refused is not used');
  const headers = written.body && { 'content-type': written.body.contentType };
  return { url: written.url, body: written.body?.text, method, headers, carried };
}

/** The further request as a template, or what of it cannot be one. */
export function compileNextRequest(url: string, body: string) {
  const kind = body.trim() === '' ? ({ kind: 'none' } as const) : ({ kind: 'json', text: body } as const);
  return compileRequest({ url, parameters: [], headers: [], body: kind });
}

/** The written URL with an origin: its own, or that of the first request; what begins without a slash is below its path. */
export function urlFrom(first: URL, written: string): string {
  if (/^https?:\/\//i.test(written)) return written;
  const folder = written.startsWith('/') ? '' : `${withoutEnd(first.pathname, '/')}/`;
  return `${first.origin}${folder}${written}`;
}
