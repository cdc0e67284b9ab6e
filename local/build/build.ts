import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundleInto } from '../shared/bundle';
import type { Manifest } from '../shared/manifest';
import { readManifest } from '../shared/manifest';
import { bundlePage } from './bundle-page';
import { projectRoot } from '../shared/root';

/** Where the built parts of an app and of the host lie. */
export interface AppBuild {
  /** The bundled file of each handler's source, by the source's name in the manifest (`index` of `index.run`). */
  handlers: Map<string, string>;
  /** The bundled script of each UI Kit resource, by its key. */
  nativeScripts: Map<string, string>;
}
export interface HostBuild {
  /** The worker thread's entry. */
  worker: string;
  /** Folder of what the browser loads: the shell's page, `bridge.js`, `tokens.css`. */
  page: string;
}

const sourceEndings = ['.ts', '.tsx', '.js', '.jsx'];

/** Bundles the functions and the UI Kit resources that the app's manifest names, into `.build` of its folder. */
export async function buildApp(folder: string, manifest: Manifest): Promise<AppBuild> {
  const parts = appParts(folder, manifest);
  await Promise.all([...parts.handlers].map(([name, output]) => bundleHandler(folder, name, output)));
  await Promise.all([...parts.nativeScripts].map(([key, output]) => bundleNative(folder, manifest, key, output)));
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
  const native = [...manifest.resources.values()].filter(({ path }) => isSource(path));
  return {
    handlers: new Map(names.map((name) => [name, join(folder, '.build/functions', `${name}.cjs`)])),
    nativeScripts: new Map(native.map(({ key }) => [key, join(folder, '.build/native', `${key}.js`)])),
  };
}

/** Where `buildHost` puts its results. */
function hostParts(): HostBuild {
  const folder = join(projectRoot(), '.build/host');
  return { worker: join(folder, 'worker.cjs'), page: join(folder, 'page') };
}

/** A manifest's `handler` taken apart: `index.run` is the export `run` of the source `index`. */
export function handlerOf(handler: string): { source: string; exportName: string } {
  const dot = handler.lastIndexOf('.');
  return { source: handler.slice(0, dot), exportName: handler.slice(dot + 1) };
}

/** True for the path of a UI Kit resource, which names a source file; a Custom UI resource names a folder. */
export function isSource(path: string): boolean {
  return sourceEndings.some((ending) => path.endsWith(ending));
}

async function bundleHandler(folder: string, name: string, output: string): Promise<void> {
  const entry = sourceEndings.map((ending) => join(folder, 'src', name + ending)).find(existsSync);
  if (!entry) throw new Error(`The manifest names the handler source "${name}", but src has no such file.`);
  await bundleInto(output, { entryPoints: [entry], platform: 'node', format: 'cjs' });
}

async function bundleNative(folder: string, manifest: Manifest, key: string, output: string): Promise<void> {
  const entry = resolve(folder, manifest.resources.get(key)!.path);
  await bundleInto(output, {
    entryPoints: [entry],
    platform: 'browser',
    format: 'iife',
    jsx: 'automatic',
    minify: true,
    define: { 'process.env': '{}', 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  });
}
