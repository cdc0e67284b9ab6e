import type { NextPage } from './pagination';

/**
 * The URL of the next page as OData services such as Microsoft Graph write it: `@odata.nextLink` (OData JSON format 4.01
 * section 4.6.6), `odata.nextLink` in version 3, absolute or relative. Empty or of another kind means the last page.
 */
export const odataNextLink: NextPage = (document) => {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return undefined;
  const { '@odata.nextLink': link, '@nextLink': short, 'odata.nextLink': old } = document as Record<string, unknown>;
  return [link, short, old].find((value): value is string => typeof value === 'string' && value !== '');
};
