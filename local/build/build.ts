import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundleInto } from '../shared/bundle';
import type { Manifest } from '../shared/manifest';
import { readManifest } from '../shared/manifest';
import { bundlePage } from './bundle-page';
import { handlerOf, isSource, sourceOf } from './handlers';
import { localeFiles, localesFolder } from '../shared/translations';
import { projectRoot } from '../shared/root';

/** Where the built parts of an app and of the host lie. */
export interface AppBuild {
  /** The bundled file of each handler's source, by the source's name in the manifest (`index` of `index.run`). */
  handlers: Map<string, string>;
  /** The folder of those files, where functions find their translations. */
  functions: string;
  /** The bundled script of each UI Kit resource, by its key. */
  nativeScripts: Map<string, string>;
}
export interface HostBuild {
  /** The worker thread's entry. */
  worker: string;
  /** Folder of what the browser loads: the shell's page, `bridge.js`, `tokens.css`. */
  page: string;
}

/** UI Kit resources import images and hand them to `Image`. */
const imageEndings = ['.png', '.jpg', '.jpeg', '.gif', '.svg', '.webp'];

/** Bundles the functions and the UI Kit resources that the app's manifest names, into `.build` of its folder. */
export async function buildApp(folder: string, manifest: Manifest): Promise<AppBuild> {
  const parts = appParts(folder, manifest);
  await Promise.all([...parts.handlers].map(([name, output]) => bundleHandler(folder, name, output)));
  await Promise.all([...parts.nativeScripts].map(([key, output]) => bundleNative(folder, manifest, key, output)));
  writeLocales(parts.functions, manifest);
  return parts;
}

/** Bundles the host's own worker thread and the page around the app. */
export async function buildHost(): Promise<HostBuild> {
  const parts = hostParts();
  const entry = join(projectRoot(), 'local/runtime/worker.ts');
  await bundlePage(projectRoot(), parts.page);
  await bundleInto(parts.worker, { entryPoints: [entry], platform: 'node', format: 'cjs' });
  return parts;
}

/** What `buildApp` has made of the app in the folder; made now where something is missing. */
export async function builtApp(folder: string, manifest: Manifest): Promise<AppBuild> {
  const parts = appParts(folder, manifest);
  const files = [...parts.handlers.values(), ...parts.nativeScripts.values()];
  return files.every((file) => existsSync(file)) ? parts : buildApp(folder, manifest);
}

/** What `buildHost` has made; made now where it is missing. */
export async function builtHost(): Promise<HostBuild> {
  const parts = hostParts();
  return existsSync(parts.worker) ? parts : buildHost();
}

/** Bundles all that a host for the app in the folder needs. */
export async function buildAll(folder: string): Promise<void> {
  await Promise.all([buildApp(folder, readManifest(folder)), buildHost()]);
}

/** Where `buildApp` puts its results. */
function appParts(folder: string, manifest: Manifest): AppBuild {
  const names = [...manifest.functions.values()].map(({ handler }) => handlerOf(handler).source);
  const functions = join(folder, '.build/functions');
  const native = [...manifest.resources.values()].filter(({ path }) => isSource(path));
  return {
    handlers: new Map(names.map((name) => [name, join(functions, `${name}.cjs`)])),
    functions,
    nativeScripts: new Map(native.map(({ key }) => [key, join(folder, '.build/native', `${key}.js`)])),
  };
}

/** Where `buildHost` puts its results. */
function hostParts(): HostBuild {
  const folder = join(projectRoot(), '.build/host');
  return { worker: join(folder, 'worker.cjs'), page: join(folder, 'page') };
}

/** The translations, where `i18n` of `@forge/api` looks for them. */
function writeLocales(functions: string, { translations }: Manifest): void {
  const folder = join(functions, localesFolder);
  if (Object.keys(translations.contents).length === 0) return;
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of localeFiles(translations)) writeFileSync(join(folder, name), content);
}

async function bundleHandler(folder: string, name: string, output: string): Promise<void> {
  const entry = sourceOf(folder, name);
  if (entry === undefined) throw new Error(`The manifest names the handler source "${name}", but src has no such file.`);
  await bundleInto(output, { entryPoints: [join(folder, entry)], platform: 'node', format: 'cjs' });
}

async function bundleNative(folder: string, manifest: Manifest, key: string, output: string): Promise<void> {
  const entry = resolve(folder, manifest.resources.get(key)!.path);
  await bundleInto(output, {
    entryPoints: [entry],
    platform: 'browser',
    format: 'iife',
    jsx: 'automatic',
    loader: Object.fromEntries(imageEndings.map((ending) => [ending, 'dataurl'])),
    minify: true,
    define: { 'process.env': '{}', 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  });
}
