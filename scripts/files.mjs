import { existsSync, readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from './paths.mjs';

const generated = new Set(['build', 'node_modules', '.shots']);

/** All files below a folder, sorted, relative to the base, without generated ones; for a file its own path. */
export function filesBelow(path, base = root) {
  const place = resolve(base, path);
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [path];
  const names = readdirSync(place).filter((name) => !generated.has(name));
  return names.sort().flatMap((name) => filesBelow(`${path}/${name}`, base));
}
