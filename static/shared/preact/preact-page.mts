import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vite';

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

/** How a page for readers is built, from the folder of its own settings: as small as can be. */
export function preactPage(folder: string): UserConfig {
  return {
    root: fileURLToPath(new URL('.', folder)),
    base: './',
    resolve: { alias: [...preactForReact, ...smallerParts] },
    build: { outDir: 'build', emptyOutDir: true, target: 'es2022', modulePreload: false },
  };
}
