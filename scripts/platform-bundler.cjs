// CommonJS, because the platform's bundler demands a `require.main`.
const { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join, resolve } = require('node:path');

const root = resolve(__dirname, '..');
const runtime = join(root, '.build', 'forge-runtime');
const load = createRequire(join(root, 'test', 'package.json'));

const quiet = { info() {}, warn() {}, error() {}, debug() {}, trace() {} };

/** The bundler packs the platform's runtime beside the functions; offline it takes these empty files instead. */
function offlineRuntime() {
  mkdirSync(join(runtime, 'dist'), { recursive: true });
  for (const name of ['wrapper', 'loader'])
    writeFileSync(join(runtime, 'dist', `${name}.js`), 'module.exports = {};\n');
  process.env.FORGE_RUNTIME_PATH = runtime;
}

/** The folder with the bundles of the entry points, `{ name, path }` each, as the platform's bundler makes them. */
async function bundleForPlatform(entryPoints) {
  offlineRuntime();
  const { getNodeBundler, getWrapperProvider } = load('@forge/bundler');
  const fileSystemReader = { readFileAsync: async (file) => readFileSync(file, 'utf8') };
  const readConfig = async () => ({ app: {} });
  const bundler = getNodeBundler(quiet, getWrapperProvider({ fileSystemReader }), { readConfig });
  const { outputDir } = await bundler.bundle({ appDirectory: root, entryPoints });
  return outputDir;
}

module.exports = { bundleForPlatform, load, quiet, root };

if (require.main === module) {
  const [path, target] = process.argv.slice(2);
  bundleForPlatform([{ name: 'index', path }]).then((folder) => {
    rmSync(target, { recursive: true, force: true });
    cpSync(folder, target, { recursive: true });
    rmSync(folder, { recursive: true, force: true });
  });
}
