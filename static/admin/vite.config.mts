import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

/** Forge serves the folder under a path of its own, so every address in it is relative. */
export default defineConfig({
  root: here('.'),
  base: './',
  resolve: {
    alias: [
      { find: /^@atlaskit\/feature-gate-js-client(\/feature-gates)?$/, replacement: here('./closed-feature-gates.ts') },
    ],
  },
  build: {
    outDir: 'build',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
});
