import type { ViewContext } from '../shared/platform';

/** The page's address as the reader sees it; undefined where the platform does not tell, as it need not for a macro. */
export function toldAddress({ extension: { location } }: ViewContext): string | undefined {
  return typeof location === 'string' && URL.canParse(location) ? location : undefined;
}

const memberOf = (value: unknown, name: string): string => {
  const member: unknown = (value as Record<string, unknown> | null | undefined)?.[name];
  return typeof member === 'string' || typeof member === 'number' ? encodeURIComponent(member) : '';
};

/**
 * An address of the page, made of what the platform does tell every macro: site, space and content; undefined where one of
 * them is missing. A blog post has its date in its address, which Confluence adds to one that names it by its id.
 */
export function pageAddress({ siteUrl, extension: { content, space } }: ViewContext): string | undefined {
  const [id, spaceKey] = [memberOf(content, 'id'), memberOf(space, 'key')];
  if (!siteUrl || !URL.canParse(siteUrl) || !id || !spaceKey) return undefined;
  const isBlogPost = memberOf(content, 'type') === 'blogpost';
  const path = isBlogPost ? `pages/viewpage.action?pageId=${id}` : `spaces/${spaceKey}/pages/${id}`;
  return new URL(`/wiki/${path}`, siteUrl).href;
}
