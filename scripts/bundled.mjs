import { pathToFileURL } from 'node:url';
import { inRoot } from './paths.mjs';

/** The exports of a TypeScript module of the repository, bundled for this Node; packages stay outside the bundle. */
export async function importBundled(entry) {
  const { build } = await import('esbuild'); // here, because a fresh clone has it only after the installation
  const outfile = inRoot('.build', 'tools', entry.replace(/\.ts$/, '.cjs'));
  await build({
    entryPoints: [inRoot(entry)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}
