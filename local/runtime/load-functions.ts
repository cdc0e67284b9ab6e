import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { compileFunction } from 'node:vm';

type Exports = Record<string, unknown>;

/** Ways to the network and to other processes past the host's `fetch`. The platform proxies them; the host does not. */
const closed = new Set([
  'child_process',
  'cluster',
  'dgram',
  'http',
  'http2',
  'https',
  'inspector',
  'net',
  'tls',
  'worker_threads',
]);
const loaded = new Map<string, Exports>();

/**
 * The exports of a bundle of functions, evaluated once in a thread.
 * @throws Error `HOST_NOT_MODELLED` when it requires a module by which a request would pass unjudged. This catches
 * mistakes; it is no wall against hostile code.
 */
export function loadFunctions(file: string): Exports {
  const known = loaded.get(file);
  if (known) return known;
  const module = { exports: {} as Exports };
  const names = ['exports', 'require', 'module', '__filename', '__dirname'];
  const run = compileFunction(readFileSync(file, 'utf8'), names, { filename: file }) as (...values: unknown[]) => void;
  run(module.exports, guardedRequire(file), module, file, dirname(file));
  loaded.set(file, module.exports);
  return module.exports;
}

function guardedRequire(file: string): (name: string) => unknown {
  const open = createRequire(file);
  return (name) => {
    if (!closed.has(name.replace(/^node:/, ''))) return open(name) as unknown;
    throw new Error(
      `HOST_NOT_MODELLED: functions reach the network through fetch; the local host does not model "${name}".`,
    );
  };
}
