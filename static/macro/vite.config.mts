import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The screens are written against React's API; readers get Preact, a twentieth of its size. */
const preactForReact = [
  { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react(-dom)?$/, replacement: 'preact/compat' },
];

/** The bridge brings a translator, of which it uses how locales are written, and all helpers of TypeScript, three of them. */
const smallerParts = [
  { find: /^@forge\/i18n$/, replacement: fileURLToPath(new URL('./locale-parts.cjs', import.meta.url)) },
  { find: /^tslib$/, replacement: fileURLToPath(new URL('./tslib-parts.cjs', import.meta.url)) },
];

/** What a page needs at once comes in one piece, also where parts that come later need it too. */
const atOnce = { name: 'macro', tags: ['$initial' as const] };

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  resolve: { alias: [...preactForReact, ...smallerParts] },
  build: {
    outDir: 'build',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: { output: { codeSplitting: { groups: [atOnce] } } },
  },
});
