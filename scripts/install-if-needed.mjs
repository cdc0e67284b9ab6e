import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, root } from './paths.mjs';
import { runNpm } from './run.mjs';

/** Installs what `npm start` needs, unless exactly that is installed. */
export function installApp() {
  return installIfNeeded(root, 'the app');
}

/** Installs the tools that only tests and checks need, unless exactly they are installed. */
export function installTestTools() {
  return installIfNeeded(inRoot('test'), 'the tools for tests and checks');
}

async function installIfNeeded(folder, name) {
  if (isInstalled(folder)) return;
  console.log(`Installing ${name} ...`);
  const code = await runNpm(['ci', '--no-audit', '--no-fund'], folder);
  if (code !== 0) throw new Error(`npm ci failed in ${folder}. Check the network and the registry, then try again.`);
}

/** Whether the packages npm noted as installed are those of the lock file; only optional ones may be missing. */
function isInstalled(folder) {
  const note = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  const installed = packagesOf(note);
  return Object.entries(packagesOf(join(folder, 'package-lock.json'))).every(([path, wanted]) => {
    const found = installed[path];
    return path === '' || (found ? isSame(found, wanted) : wanted.optional === true);
  });
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

function isSame(found, wanted) {
  return found.version === wanted.version && found.integrity === wanted.integrity;
}
