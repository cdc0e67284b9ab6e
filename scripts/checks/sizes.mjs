import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { importsOf } from '../imports-of.mjs';
import { inRoot, root } from '../paths.mjs';

/** What a browser loads before the first row or the first list shows, in bytes of gzipped JavaScript at most. */
const bounds = [
  { page: 'static/macro/build/index.html', most: 36_000 },
  { page: 'static/admin/build/index.html', most: 300_000 },
];

/** The scripts that a page loads at once: those it names and all that they import statically. */
function scriptsOf(page) {
  const html = readFileSync(page, 'utf8');
  const named = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, src]) => resolve(dirname(page), src));
  const seen = new Set();
  const follow = (script) => {
    if (seen.has(script)) return;
    seen.add(script);
    for (const { specifier, lazy } of importsOf(script, readFileSync(script, 'utf8'))) {
      if (!lazy) follow(resolve(dirname(script), specifier));
    }
  };
  named.forEach(follow);
  return [...seen];
}

function gzipped(script) {
  return gzipSync(readFileSync(script)).length;
}

for (const { page, most } of bounds) {
  const scripts = scriptsOf(inRoot(page)).map((script) => ({ name: relative(root, script), bytes: gzipped(script) }));
  const total = scripts.reduce((sum, { bytes }) => sum + bytes, 0);
  const within = scripts.length > 0 && total <= most;
  console.log(
    `${within ? 'ok' : 'TOO BIG'}: ${page} loads ${total} of ${most} bytes gzipped in ${scripts.length} scripts`,
  );
  if (!within) {
    process.exitCode = 1;
    for (const { name, bytes } of scripts) console.log(`  ${bytes} ${name}`);
  }
}
