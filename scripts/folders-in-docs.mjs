import { areas } from './import-table.mjs';

const folders = areas.filter(({ name }) => !/[*.]/.test(name));

/** What a document says below this heading, up to the next of the same level; empty where it has no such heading. */
export function sectionOf(document, heading) {
  return document.split(/^## /m).find((section) => section.startsWith(`${heading}\n`)) ?? '';
}

/** The folders that a text names between backticks, in the order in which they first appear. */
export function foldersIn(text) {
  const named = [...text.matchAll(/`((?:src|static|local|test|bench)(?:\/[\w-]+)*)\/?`/g)].map(([, name]) => name);
  return [...new Set(named)];
}

/** A sentence for each folder of the import table that is not among the names. */
export function missingFolders(names) {
  return folders.filter(({ name }) => !names.includes(name)).map(({ name }) => `${name} is not named.`);
}

/** A sentence for each folder that is named before another one that it may import from. */
export function misplacedFolders(names) {
  const isBefore = (name, other) => names.indexOf(name) < names.indexOf(other);
  return folders.flatMap(({ name, from }) =>
    from
      .filter((other) => names.includes(name) && isBefore(name, other))
      .map((other) => `${name} is named before ${other}.`),
  );
}
