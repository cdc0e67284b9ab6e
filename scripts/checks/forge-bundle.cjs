const { rmSync } = require('node:fs');
const { join } = require('node:path');
const { bundleForPlatform, load, quiet } = require('../platform-bundler.cjs');

function bundleFunctions(manifest) {
  const { getEntryPoints } = load('@forge/bundler');
  return bundleForPlatform(getEntryPoints(handlers(manifest).map(({ module }) => ({ module }))));
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
  const manifest = (await load('@forge/manifest').validate(false)).manifestObject.typedContent;
  const outputDir = await bundleFunctions(manifest);
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
