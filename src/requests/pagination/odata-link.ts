import { parseUrl } from '../../shared/parse-url';
import { type Continuation, lastPage, type PageFacts } from './page-facts';

/** The next link of an OData service. */
export function afterODataPage({ document, url }: Pick<PageFacts, 'document' | 'url'>): Continuation {
  const link = odataNextLink(document);
  return link === undefined ? lastPage : { kind: 'link', link: fromContext(link, document, url) };
}

/**
 * The URL of the next page as OData services such as Microsoft Graph write it: `@odata.nextLink` (OData JSON format 4.01
 * section 4.6.6), `odata.nextLink` in version 3, absolute or relative. `undefined` after the last page, where it is
 * empty or of another kind.
 */
export function odataNextLink(document: unknown): string | undefined {
  const { '@odata.nextLink': link, '@nextLink': short, 'odata.nextLink': old } = membersOf(document);
  return firstNonEmpty([link, short, old]);
}

/**
 * A relative link counts from the context URL where the response names one (OData JSON format 4.01 section 4.3), which
 * for `/service/Authors(150)/books` is that of the service. A query alone means the list itself.
 */
function fromContext(link: string, document: unknown, url: URL): string {
  const { '@odata.context': long, '@context': short, 'odata.metadata': old } = membersOf(document);
  const context = firstNonEmpty([long, short, old]);
  if (context === undefined || link.startsWith('?')) return link;
  const base = parseUrl(context, url);
  return base === undefined ? link : (parseUrl(link, base)?.href ?? link);
}

function membersOf(document: unknown): Record<string, unknown> {
  const isObject = typeof document === 'object' && document !== null && !Array.isArray(document);
  return isObject ? (document as Record<string, unknown>) : {};
}

const firstNonEmpty = (values: unknown[]) =>
  values.find((value): value is string => typeof value === 'string' && value !== '');
