import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Manifest } from '../shared/manifest';

const sourceEndings = ['.ts', '.tsx', '.js', '.jsx'];

/** True for the path of a UI Kit resource, which names a source file; a Custom UI resource names a folder. */
export function isSource(path: string): boolean {
  return sourceEndings.some((ending) => path.endsWith(ending));
}

/** A manifest's `handler` taken apart: `index.run` is the export `run` of the source `index`. */
export function handlerOf(handler: string): { source: string; exportName: string } {
  const dot = handler.lastIndexOf('.');
  return { source: handler.slice(0, dot), exportName: handler.slice(dot + 1) };
}

/** The file of a handler's source below the app's folder; undefined where there is none. */
export function sourceOf(folder: string, source: string): string | undefined {
  return sourceEndings.map((ending) => `src/${source}${ending}`).find((path) => existsSync(join(folder, path)));
}

/** A sentence for each function of the manifest whose source does not export its handler; empty if all do. */
export async function missingHandlers(folder: string, { functions }: Pick<Manifest, 'functions'>): Promise<string[]> {
  const wanted = [...functions.values()].map(({ key, handler }) => ({ key, ...handlerOf(handler) }));
  const sources = [...new Set(wanted.map(({ source }) => source))];
  const exported = new Map(await Promise.all(sources.map(async (one) => [one, await exportsOf(folder, one)] as const)));
  const missing = wanted.filter(({ source, exportName }) => exported.get(source)?.includes(exportName) === false);
  return missing.map(
    ({ key, source, exportName }) => `The function "${key}" names ${source}.${exportName}, but src/${source} exports no "${exportName}".`,
  );
}

/** The names that the source exports; undefined where they cannot be told without running it (CommonJS) or it is missing. */
async function exportsOf(folder: string, source: string): Promise<string[] | undefined> {
  const path = sourceOf(folder, source);
  if (path === undefined) return undefined;
  const options = { bundle: true, format: 'esm', platform: 'node', packages: 'external', write: false } as const;
  const { metafile } = await build({
    ...options,
    entryPoints: [join(folder, path)],
    metafile: true,
    logLevel: 'silent',
  });
  const names = Object.values(metafile.outputs).flatMap((output) => output.exports);
  const isCommonJs = names.length === 0 || (names.length === 1 && names[0] === 'default');
  return isCommonJs ? undefined : names;
}
