const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { pathToFileURL } = require('node:url');
const { transformSync, version } = require('esbuild');

const own = readFileSync(__filename);

/** Translates an ES module of a package to CommonJS for Jest; `import.meta` keeps its url, file and folder. */
function process(source, filename) {
  const url = pathToFileURL(filename).href;
  return transformSync(source, {
    format: 'cjs',
    target: 'node20',
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
