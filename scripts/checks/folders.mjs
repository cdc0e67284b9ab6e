import { existsSync, readFileSync } from 'node:fs';
import { foldersIn, misplacedFolders, missingFolders, sectionOf } from '../folders-in-docs.mjs';
import { inRoot } from '../paths.mjs';

/** The documents that name every folder of the import table, one of them in the order in which they import each other. */
const places = [
  { document: 'README.md', heading: 'Map of the folders', rules: [missingFolders, unknownFolders] },
  {
    document: 'CONTRIBUTING.md',
    heading: 'Who may import whom',
    rules: [missingFolders, unknownFolders, misplacedFolders],
  },
];

function unknownFolders(names) {
  return names.filter((name) => !existsSync(inRoot(name))).map((name) => `There is no ${name}.`);
}

function problemsOf({ document, heading, rules }) {
  const names = foldersIn(sectionOf(readFileSync(inRoot(document), 'utf8'), heading));
  return rules.flatMap((rule) => rule(names)).map((problem) => `${document}, ${heading}: ${problem}`);
}

const problems = places.flatMap(problemsOf);
for (const problem of problems) console.log(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
