import { existsSync, readFileSync } from 'node:fs';
import { filesBelow } from '../files.mjs';
import { inRoot } from '../paths.mjs';

/**
 * The variable lets data sources reach this machine's own servers. It is for the local host's demo: what is deployed
 * reads it in one place and sets it nowhere, neither in the manifest nor in code nor by substitution in the bundle.
 */
const variable = 'EXTERNAL_DATA_ALLOW_LOOPBACK';
const reader = 'src/platform/loopback.ts';
const bundle = '.build/functions/index.cjs';

function problems() {
  const naming = ['manifest.yml', 'package.json', ...filesBelow('src'), ...filesBelow('static')].filter(names);
  const elsewhere = naming
    .filter((file) => file !== reader)
    .map((file) => `${file} names ${variable}; only ${reader} may.`);
  return [...elsewhere, ...problemsOf(reader), ...problemsOf(bundle)];
}

function problemsOf(file) {
  const uses = names(file)
    ? text(file)
        .split('\n')
        .filter((line) => line.includes(variable))
    : [];
  const reads = uses.filter((line) => line.includes(`process.env.${variable}`));
  const writes = uses.filter((line) => new RegExp(`${variable}\\s*(=(?!=)|\\?\\?=|\\|\\|=|:)`).test(line));
  return [
    ...(reads.length === 1 ? [] : [`${file} reads ${variable} ${reads.length} times; it should do so once.`]),
    ...writes.map((line) => `${file} sets ${variable}: ${line.trim()}`),
  ];
}

function names(file) {
  return existsSync(inRoot(file)) && text(file).includes(variable);
}

function text(file) {
  return readFileSync(inRoot(file), 'utf8');
}

const found = problems();
for (const problem of found) console.log(problem);
process.exitCode = found.length > 0 ? 1 : 0;
