import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The screens are written against React's API; readers get Preact, a twentieth of its size. */
const preactForReact = [
  { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react(-dom)?$/, replacement: 'preact/compat' },
];

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  resolve: { alias: preactForReact },
  build: { outDir: 'build', emptyOutDir: true, target: 'es2022', modulePreload: false },
});
