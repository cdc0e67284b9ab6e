// CommonJS, because the platform's bundler demands a `require.main`.
const { mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join, resolve } = require('node:path');

const root = resolve(__dirname, '../..');
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

async function bundleFunctions(manifest) {
  const { getEntryPoints, getNodeBundler, getWrapperProvider } = load('@forge/bundler');
  const fileSystemReader = { readFileAsync: async (file) => readFileSync(file, 'utf8') };
  const bundler = getNodeBundler(quiet, getWrapperProvider({ fileSystemReader }), { readConfig: async () => manifest });
  const entryPoints = getEntryPoints(handlers(manifest).map(({ module }) => ({ module })));
  return bundler.bundle({ appDirectory: root, entryPoints });
}

function handlers(manifest) {
  return manifest.modules.function.map(({ handler }) => {
    const [module, name] = handler.split('.');
    return { module, name };
  });
}

/** The manifest's handlers that the bundle does not export as functions. */
function missingHandlers(manifest, outputDir) {
  return handlers(manifest).filter(({ module, name }) => {
    const bundle = require(join(outputDir, `${module}.cjs`));
    return typeof bundle[name] !== 'function';
  });
}

async function bundleDialogs(manifest) {
  const { NativeUIBundler } = load('@forge/bundler');
  const dialogs = manifest.resources.filter(({ path }) => /\.[jt]sx?$/.test(path));
  const { nativeUiBundlesDetails } = await new NativeUIBundler(quiet).bundleResources(dialogs);
  return nativeUiBundlesDetails.map(({ path }) => path);
}

async function main() {
  offlineRuntime();
  const manifest = (await load('@forge/manifest').validate(false)).manifestObject.typedContent;
  const { outputDir } = await bundleFunctions(manifest);
  const missing = missingHandlers(manifest, outputDir);
  for (const { module, name } of missing)
    console.log(`manifest.yml names ${module}.${name}, which the bundle does not export.`);
  const folders = [outputDir, ...(await bundleDialogs(manifest))];
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  process.exitCode = missing.length > 0 ? 1 : 0;
}

main().catch((error) => {
  console.log(error.message);
  process.exitCode = 1;
});
