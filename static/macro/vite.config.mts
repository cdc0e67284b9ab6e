import { defineConfig, mergeConfig } from 'vite';
import { preactPage } from '../shared/preact/preact-page.mjs';

/** What a page needs at once comes in one piece, also where parts that come later need it too. */
const atOnce = { name: 'macro', tags: ['$initial' as const] };

export default defineConfig(
  mergeConfig(preactPage(import.meta.url), {
    build: { rolldownOptions: { output: { codeSplitting: { groups: [atOnce] } } } },
  }),
);
