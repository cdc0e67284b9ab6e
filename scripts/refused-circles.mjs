import { posix } from 'node:path';
import { recursions } from './import-table.mjs';
import { fits } from './refused-imports.mjs';

const endings = ['', '.ts', '.tsx', '.d.ts', '/index.ts'];

/**
 * A sentence for each circle of imports among the files, those of types included, unless the import table names it as
 * a recursion; and one for each recursion named there that is no circle. `imports` holds what `importsOf` found by file.
 */
export function refusedCircles(imports) {
  const graph = graphOf(imports);
  const circles = circlesIn(graph);
  const unnamed = circles.filter((circle) => !recursions.some((recursion) => covers(recursion, circle)));
  const idle = recursions.filter((recursion) => !circles.some((circle) => covers(recursion, circle)));
  return [
    ...unnamed.map((circle) => `${shortestLoop(graph, circle[0]).join(' imports ')}: a circle.`),
    ...idle.map(({ files }) => `No circle among ${files.join(', ')}, which scripts/import-table.mjs names.`),
  ];
}

function covers({ files }, circle) {
  return circle.every((file) => files.some((place) => fits(file, place)));
}

/** The files that each file imports. */
function graphOf(imports) {
  const resolved = (file, specifier) =>
    endings.map((ending) => posix.join(posix.dirname(file), specifier) + ending).find((path) => imports.has(path));
  const targets = (file, found) =>
    found.flatMap(({ specifier }) => (specifier.startsWith('.') ? (resolved(file, specifier) ?? []) : []));
  return new Map([...imports].map(([file, found]) => [file, targets(file, found)]));
}

/** The largest groups of files that all reach each other. */
function circlesIn(graph) {
  const inner = withoutLeaves(graph);
  const reached = new Map([...inner.keys()].map((file) => [file, importersFrom(inner, file)]));
  const circleOf = (file) => [...reached.get(file).keys()].filter((other) => reached.get(other).has(file)).sort();
  const circles = [...inner.keys()].map(circleOf).filter((circle) => circle.length > 0);
  return [...new Map(circles.map((circle) => [circle.join(), circle])).values()];
}

/** The graph without the files that import nothing, again and again until each of them imports another. */
function withoutLeaves(graph) {
  const kept = [...graph].filter(([, targets]) => targets.length > 0);
  if (kept.length === graph.size) return graph;
  const names = new Set(kept.map(([file]) => file));
  return withoutLeaves(new Map(kept.map(([file, targets]) => [file, targets.filter((target) => names.has(target))])));
}

/** Every file that imports lead to from here, nearest first, each with the file that imports it. */
function importersFrom(graph, start) {
  const importers = new Map();
  const follow = (file) => {
    for (const target of graph.get(file)) if (!importers.has(target)) importers.set(target, file);
  };
  follow(start);
  for (const file of importers.keys()) follow(file); // those added meanwhile are visited too
  return importers;
}

function shortestLoop(graph, start) {
  const importers = importersFrom(graph, start);
  const loop = [importers.get(start), start];
  while (loop[0] !== start) loop.unshift(importers.get(loop[0]));
  return loop;
}
