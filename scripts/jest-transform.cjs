const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { extname } = require('node:path');
const { pathToFileURL } = require('node:url');
const { transformSync, version } = require('esbuild');

const own = readFileSync(__filename);
const loaders = { '.ts': 'ts', '.tsx': 'tsx' };

/**
 * Translates our TypeScript and the ES modules of packages to CommonJS for Jest; `import.meta` keeps its url, file and
 * folder. Types are not looked at: `npm run check` does that for everything at once.
 */
function process(source, filename) {
  const url = pathToFileURL(filename).href;
  return transformSync(source, {
    loader: loaders[extname(filename)] ?? 'js',
    format: 'cjs',
    target: 'node20',
    jsx: 'automatic',
    sourcefile: filename,
    sourcemap: 'inline',
    supported: { 'dynamic-import': false },
    define: {
      'import.meta.url': JSON.stringify(url),
      'import.meta.filename': '__filename',
      'import.meta.dirname': '__dirname',
    },
  });
}

function getCacheKey(source, filename) {
  return createHash('sha256').update(own).update(version).update(filename).update(source).digest('hex');
}

module.exports = { process, getCacheKey };
