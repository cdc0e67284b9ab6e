import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page, Route } from 'playwright-core';
import type { Exhibit } from './main';

const root = join(__dirname, '../../..');
const origin = 'http://gallery.localhost';
const pictures = 'https://pictures.example.com';
const themes = ['light', 'dark', 'shape', 'spacing', 'typography'];
const kinds: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };

/** As strict as what the platform gives a macro: own scripts only, and pictures from one approved host. */
const policy = `default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src ${pictures}`;

const html = `<!doctype html>
<html lang="en" data-theme="light:light dark:dark shape:shape spacing:spacing typography:typography">
  <head>
    <meta charset="utf-8" />
    <title>Gallery</title>
    <link rel="stylesheet" href="tokens.css" />
    <link rel="stylesheet" href="main.css" />
  </head>
  <body>
    <div id="root"></div>
    <script type="module" src="main.js"></script>
  </body>
</html>`;

/** Readers' screens as they are built for readers, drawing exhibits instead of the rows of a panel. */
export interface GallerySite {
  /** The page with these exhibits, once all charts are drawn. */
  open(exhibits: Exhibit[]): Promise<Page>;
  /** Names of the files that pages requested. */
  readonly asked: Set<string>;
  readonly problems: string[];
  close(): Promise<void>;
}

/** Bundles the screens and answers a browser's requests for them, without a server. The caller closes it. */
export async function openGallery(browser: Browser): Promise<GallerySite> {
  const folder = await mkdtemp(join(tmpdir(), 'gallery-'));
  await bundle(folder);
  const tokens = tokenStylesheet();
  const asked = new Set<string>();
  const problems: string[] = [];

  const open = async (exhibits: Exhibit[]): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 900, height: 800 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.clock.setFixedTime('2026-11-23T15:00:00Z');
    page.on('pageerror', (error) => problems.push(error.message));
    const own = new Map([
      ['index.html', { contentType: 'text/html', body: html, headers: { 'content-security-policy': policy } }],
      ['tokens.css', { contentType: 'text/css', body: tokens }],
      ['exhibits.json', { contentType: 'application/json', body: JSON.stringify(exhibits) }],
    ]);
    await page.route(`${origin}/**`, (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      asked.add(name);
      return route.fulfill(own.get(name) ?? built(folder, name));
    });
    await page.route(`${pictures}/**`, portrait);
    await page.goto(`${origin}/index.html`);
    await page.locator('article').first().waitFor();
    await page.locator('[data-drawing="loading"]').first().waitFor({ state: 'detached' });
    return page;
  };
  return { open, asked, problems, close: () => rm(folder, { recursive: true }) };
}

async function bundle(outdir: string): Promise<void> {
  await build({
    entryPoints: [join(__dirname, 'main.tsx')],
    outdir,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    chunkNames: '[name]-[hash]',
    logLevel: 'warning',
    alias: {
      'react/jsx-runtime': 'preact/jsx-runtime',
      'react-dom/client': 'preact/compat/client',
      react: 'preact/compat',
      'react-dom': 'preact/compat',
    },
  });
}

function built(folder: string, name: string): { contentType?: string; body: Buffer } {
  return { contentType: kinds[extname(name)], body: readFileSync(join(folder, name)) };
}

function tokenStylesheet(): string {
  const load = createRequire(join(root, 'package.json'));
  const sheets = themes.map(
    (name) => load(`@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${name}.js`) as { default: string },
  );
  return sheets.map((sheet) => sheet.default).join('\n');
}

/** A drawing in place of a photograph, of another color for each person. */
function portrait(route: Route): Promise<void> {
  const hue = Buffer.from(route.request().url()).reduce((sum, byte) => sum + byte, 0) % 360;
  const body = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 128"><rect width="320" height="128" fill="hsl(${hue} 55% 82%)"/><circle cx="160" cy="56" r="26" fill="hsl(${hue} 45% 52%)"/><path d="M96 128c0-44 128-44 128 0z" fill="hsl(${hue} 45% 52%)"/></svg>`;
  return route.fulfill({ contentType: 'image/svg+xml', body });
}
