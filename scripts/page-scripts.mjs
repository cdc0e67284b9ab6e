import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { importsOf } from './imports-of.mjs';

/** The scripts that a page loads at once, those it names and all that they import statically, with their gzipped bytes. */
export function gzippedScripts(page) {
  return scriptsOf(page).map((path) => ({ path, bytes: gzipSync(readFileSync(path)).length }));
}

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
