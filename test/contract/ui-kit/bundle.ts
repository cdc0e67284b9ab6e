import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(__dirname, '../../..');

/** The file that holds a module of the fixture, bundled as for a browser unless told otherwise, with stylesheets left out. */
export async function bundle(name: string, platform: 'browser' | 'node' = 'browser'): Promise<string> {
  const outfile = join(root, '.build/test/ui-kit', name.replace('.tsx', '.cjs'));
  await build({
    entryPoints: [join(__dirname, 'fixture', name)],
    outfile,
    bundle: true,
    format: 'cjs',
    platform,
    jsx: 'automatic',
    alias: { '@atlaskit/feature-gate-js-client/feature-gates': join(root, 'local/page/closed-gates.ts') },
    loader: { '.css': 'empty' },
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    logLevel: 'error',
  });
  return outfile;
}
