import { pathToFileURL } from 'node:url';
import { importBundled } from './bundled.mjs';
import { unlessUnchanged } from './fingerprint.mjs';
import { installApp } from './install-if-needed.mjs';
import { inRoot, root } from './paths.mjs';

const settings = ['package-lock.json', 'tsconfig.json', 'scripts/build.mjs'];

const pieces = [
  {
    name: 'functions, host and demo',
    inputs: ['src', 'local', 'manifest.yml', ...settings],
    outputs: ['.build/functions', '.build/native', '.build/host', '.build/demo'],
    make: buildServers,
  },
  screens('admin'),
  screens('macro'),
  screens('connections'),
];

/** Builds what the manifest names and the local host, each piece only where its sources changed. */
export async function build() {
  for (const piece of pieces) {
    const start = performance.now();
    const built = await unlessUnchanged(piece);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    if (built) console.log(`Built ${piece.name} in ${seconds} s`);
  }
}

async function buildServers() {
  const { buildAll } = await importBundled('local/build/build.ts');
  const { buildDemo } = await importBundled('local/demo/bundle-thread.ts');
  await Promise.all([buildAll(root), buildDemo()]);
}

function screens(name) {
  const folder = `static/${name}`;
  return {
    name: `${name} screens`,
    inputs: [folder, 'static/shared', 'static/visuals', 'static/tsconfig.json', 'src/shared', ...settings],
    outputs: [`${folder}/build/index.html`],
    make: () => buildScreens(folder),
  };
}

async function buildScreens(folder) {
  const vite = await import('vite');
  await vite.build({ configFile: inRoot(folder, 'vite.config.mts'), logLevel: 'warn' });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await installApp();
  await build();
}
