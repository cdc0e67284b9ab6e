import { type Continuation, lastPage, type PageFacts } from './page-facts';

/** The next link of an OData service. */
export function afterODataPage({ document }: Pick<PageFacts, 'document'>): Continuation {
  const link = odataNextLink(document);
  return link === undefined ? lastPage : { kind: 'link', link };
}

/**
 * The URL of the next page as OData services such as Microsoft Graph write it: `@odata.nextLink` (OData JSON format 4.01
 * section 4.6.6), `odata.nextLink` in version 3, absolute or relative. `undefined` after the last page, where it is
 * empty or of another kind.
 */
export function odataNextLink(document: unknown): string | undefined {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return undefined;
  const { '@odata.nextLink': link, '@nextLink': short, 'odata.nextLink': old } = document as Record<string, unknown>;
  return [link, short, old].find((value): value is string => typeof value === 'string' && value !== '');
}
