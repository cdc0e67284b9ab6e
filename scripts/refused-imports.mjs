import { posix } from 'node:path';
import { areas, packages } from './import-table.mjs';

/**
 * A sentence for each import of a source file that the import table refuses. `path` is relative to the repository,
 * `imports` is what `importsOf` found in it.
 */
export function refusedImports(path, imports) {
  const own = areas.find(({ name }) => fits(path, name));
  if (!own) return [`${path} lies in no area of scripts/import-table.mjs.`];
  return imports.flatMap((found) => {
    const refusal = found.specifier.startsWith('.') ? refusedFile(path, own, found) : refusedPackage(path, found);
    return refusal ? [`${path}:${found.line} ${refusal}`] : [];
  });
}

function refusedFile(path, own, { specifier }) {
  const target = posix.join(posix.dirname(path), specifier);
  const area = areas.find(({ name }) => fits(target, name))?.name ?? target;
  if (area === own.name || own.from.some((name) => area === name || area.startsWith(`${name}/`))) return undefined;
  return `imports ${target}; ${own.name} may import from ${list(own.from)}.`;
}

function refusedPackage(path, { specifier }) {
  const rule = packages.find(({ name }) => specifier === name || specifier.startsWith(`${name}/`));
  if (!rule || rule.in.some((place) => fits(path, place))) return undefined;
  return `imports ${specifier}, which belongs in ${list(rule.in)}.`;
}

/** Whether the path is the place, lies below it, or, for a place such as `src/*`, directly in it. */
export function fits(path, place) {
  if (place.endsWith('/*')) return posix.dirname(path) === place.slice(0, -2);
  const folder = place.replace(/\.tsx?$/, '');
  return path.replace(/\.tsx?$/, '') === folder || path.startsWith(`${folder}/`);
}

function list(names) {
  return names.length > 0 ? names.join(', ') : 'itself alone';
}
