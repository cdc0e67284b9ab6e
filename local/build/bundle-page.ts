import { mkdir, copyFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { build } from 'esbuild';

const THEMES = ['light', 'dark', 'shape', 'spacing', 'typography', 'motion'];

const SHARED: BuildOptions = {
  bundle: true,
  minify: true,
  target: 'es2022',
  logLevel: 'warning',
  define: { 'process.env': '{"NODE_ENV":"production"}', 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
};

/** The design tokens of both themes as one stylesheet, chosen from by `data-theme` and `data-color-mode`. */
function tokenStylesheet(root: string): string {
  const load = createRequire(join(root, 'package.json'));
  return THEMES.map((name) => {
    const theme = load(`@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${name}.js`) as { default: string };
    return theme.default;
  }).join('\n');
}

async function bundleShell(root: string, outDir: string): Promise<void> {
  await build({
    ...SHARED,
    entryPoints: {
      page: join(root, 'local/page/main.tsx'),
      editor: join(root, 'local/page/editor/PageEditor.tsx'),
      dialogs: join(root, 'local/page/dialogs/dialogs.tsx'),
      export: join(root, 'local/page/export/ExportedPage.tsx'),
      'ui-kit': join(root, 'local/ui-kit/ui-kit.ts'),
    },
    outdir: outDir,
    format: 'esm',
    splitting: true,
    jsx: 'automatic',
    chunkNames: 'chunk-[hash]',
    alias: { '@atlaskit/feature-gate-js-client/feature-gates': join(root, 'local/page/closed-gates.ts') },
  });
}

async function bundleBridge(root: string, outDir: string): Promise<void> {
  await build({
    ...SHARED,
    entryPoints: [join(root, 'local/bridge/frame.ts')],
    outfile: join(outDir, 'bridge.js'),
    format: 'iife',
  });
}

/**
 * Writes the browser side of the host into `outDir`: `index.html`, the shell's modules and stylesheets, `tokens.css`,
 * and `bridge.js` for the app's frames. `root` is the project's folder. Rejects with esbuild's messages when a source
 * does not compile.
 */
export async function bundlePage(root: string, outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await Promise.all([
    bundleShell(root, outDir),
    bundleBridge(root, outDir),
    writeFile(join(outDir, 'tokens.css'), tokenStylesheet(root)),
    copyFile(join(root, 'local/page/index.html'), join(outDir, 'index.html')),
  ]);
}
