import { defineConfig } from 'vite';
import { preactPage } from '../shared/preact/preact-page.mjs';

export default defineConfig(preactPage(import.meta.url));
