import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { compileFunction } from 'node:vm';
import type { fetch } from 'undici';
import { guardedModule } from './closed-modules';

type Exports = Record<string, unknown>;

const loaded = new Map<string, Exports>();

/**
 * The exports of a bundle of functions, evaluated once in a thread. What it requires of Node is guarded, so that no request
 * passes unjudged.
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
  const send = globalThis.fetch as unknown as typeof fetch;
  return (name) => guardedModule(name, send) ?? (open(name) as unknown);
}
