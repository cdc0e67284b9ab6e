import { build } from './build.mjs';
import { importBundled } from './bundled.mjs';
import { installApp } from './install-if-needed.mjs';

/** The demo's servers are on loopback, which the app refuses unless this variable of its environment says otherwise. */
const demoVariable = 'EXTERNAL_DATA_ALLOW_LOOPBACK=true';

await installApp();
await build();
const hasDemo = !process.argv.includes('--no-demo') && !process.argv.includes('--app');
const reachesLoopback = hasDemo || process.argv.includes('--allow-loopback');
if (reachesLoopback) process.argv.push('--variable', demoVariable);
await importBundled('local/start.ts');
