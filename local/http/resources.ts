import { join } from 'node:path';
import { load } from 'cheerio';
import type { Context } from 'hono';
import { Hono } from 'hono';
import { isSource } from '../build/handlers';
import { noSniffing, onlyHost } from './origin-guard';
import type { HttpParts } from './parts';
import { policyFor } from './policy';
import { localeFiles, localesFolder } from '../shared/translations';
import { sendFile } from './routes/shell';
import { staticFile } from './static-file';

const nativeDocument =
  '<!doctype html><html><head><meta charset="utf-8"></head><body><script src="main.js"></script></body></html>';

/**
 * The resource origin: the app's own files under `/r/<resource>/`, every document with the bridge's script first and
 * under the policy of `@forge/csp`. It is another origin than the host's page and takes no cookie.
 */
export function resourceApp(parts: HttpParts): Hono {
  const app = new Hono();
  app.use(onlyHost(new URL(parts.origins.resource).host), noSniffing);
  app.post('/__host/csp-report', async (c) => {
    parts.log('warn', `Blocked by the content security policy: ${blocked(await c.req.text())}`);
    return c.body(null, 204);
  });
  app.get('/__host/:file{(bridge\\.js|tokens\\.css)}', (c) => sendFile(c, parts.page, c.req.param('file')));
  app.get('/r/:resource/*', (c) => sendResource(c, parts));
  return app;
}

async function sendResource(c: Context, parts: HttpParts): Promise<Response> {
  const key = c.req.param('resource') ?? '';
  const resource = parts.manifest.resources.get(key);
  if (!resource) return c.json({ message: 'The app has no such resource.' }, 404);
  const path = decodeURIComponent(new URL(c.req.url).pathname.split('/').slice(3).join('/')) || 'index.html';
  if (path.startsWith(`${localesFolder}/`)) return sendLocale(c, parts, path.slice(localesFolder.length + 1));
  if (isSource(resource.path)) return sendNative(c, parts, key, path);
  const folder = join(parts.folder, resource.path);
  if (!path.endsWith('.html')) return sendFile(c, folder, path);
  const file = await staticFile(folder, path);
  return file
    ? sendDocument(c, parts, Buffer.from(file.bytes).toString())
    : c.json({ message: `${resource.path} is not built.` }, 404);
}

/** What `i18n` of the bridge and `useTranslation` of UI Kit ask for, beside the document of each resource. */
function sendLocale(c: Context, { manifest }: HttpParts, name: string): Response {
  const content = localeFiles(manifest.translations).get(name);
  if (content === undefined) return c.json({ message: 'The app has no such translation.' }, 404);
  return c.body(content, 200, { 'content-type': 'application/json', 'cache-control': 'no-cache' });
}

function sendNative(c: Context, parts: HttpParts, key: string, path: string): Response | Promise<Response> {
  if (path === 'index.html') return sendDocument(c, parts, nativeDocument);
  const script = parts.app.nativeScripts.get(key)!;
  return path === 'main.js'
    ? sendFile(c, join(script, '..'), `${key}.js`)
    : c.json({ message: 'There is nothing here.' }, 404);
}

function sendDocument(c: Context, { origins, manifest, site }: HttpParts, html: string): Response {
  const page = load(html);
  page('head').prepend(`<script src="/__host/bridge.js" data-host-origin="${origins.host}"></script>`);
  const complete = page.html();
  const reports = `${origins.resource}/__host/csp-report`;
  const policy = policyFor(complete, manifest.permissions, site.egress, { host: origins.host, reports });
  return c.html(complete, 200, { 'content-security-policy': policy, 'cache-control': 'no-store' });
}

function blocked(report: string): string {
  try {
    const { 'csp-report': entry } = JSON.parse(report) as { 'csp-report'?: Record<string, unknown> };
    return `${String(entry?.['violated-directive'])} ${String(entry?.['blocked-uri'])}`.slice(0, 300);
  } catch {
    return 'an unreadable report';
  }
}
