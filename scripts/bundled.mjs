import { pathToFileURL } from 'node:url';
import { inRoot } from './paths.mjs';

/** The exports of a TypeScript module of the repository, bundled for this Node; packages stay outside the bundle. */
export async function importBundled(entry) {
  const outfile = inRoot('.build', 'tools', entry.replace(/\.ts$/, '.cjs'));
  await bundle(entry, outfile);
  return import(pathToFileURL(outfile).href);
}

/** Bundles a TypeScript module of the repository into a file for this Node; packages stay outside the bundle. */
export async function bundle(entry, outfile) {
  const { build } = await import('esbuild'); // here, because a fresh clone has it only after the installation
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
}
