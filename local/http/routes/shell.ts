import type { Context, Hono } from 'hono';
import type { HttpParts } from '../parts';
import { staticFile } from '../static-file';

/**
 * The page around the app: its files under `/__host/`, and `index.html` for every address of its own routing. The address of a
 * page by its id alone leads to the one in its space, as in Confluence.
 */
export function shellRoutes(app: Hono, parts: HttpParts): void {
  app.get('/__host/:file', (c) => sendFile(c, parts.page, c.req.param('file')));
  app.get('/wiki/pages/viewpage.action', (c) => {
    const content = parts.site.product.content(c.req.query('pageId') ?? '');
    const space = content && parts.site.product.space(content.spaceId);
    return space ? c.redirect(`/wiki/spaces/${space.key}/pages/${content.id}`) : c.notFound();
  });
  app.get('*', (c) => {
    c.header('content-security-policy', shellPolicy(parts.origins.resource));
    parts.sessions.user(c);
    return sendFile(c, parts.page, 'index.html');
  });
}

/** Sends the file, or 404. */
export async function sendFile(c: Context, folder: string, path: string): Promise<Response> {
  const file = await staticFile(folder, path);
  if (!file) return c.json({ message: 'There is nothing here.' }, 404);
  return c.body(file.bytes, 200, { 'content-type': file.type, 'cache-control': 'no-cache' });
}

function shellPolicy(resourceOrigin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: ${resourceOrigin}`,
    "font-src 'self' data:",
    "connect-src 'self'",
    `frame-src ${resourceOrigin}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
