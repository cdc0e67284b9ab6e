import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { bundle } from './bundled.mjs';
import { carriedNode, isProduction, production } from './carried-node.mjs';
import { installApp, installTestTools } from './install-if-needed.mjs';
import { inRoot, root } from './paths.mjs';

const program = inRoot('.build', 'bench', 'main.cjs');

/** What is measured together, in the order of the table. */
const groups = [
  { entries: ['pipeline.cold', 'pipeline.masking', 'pipeline.scale'], measure: () => inProcess('pipeline') },
  { entries: ['page.warm', 'page.sorted', 'page.warm.scale'], measure: () => inProcess('page') },
  { entries: ['test.large'], measure: () => inProcess('large-object') },
  { entries: ['test.detection'], measure: () => inProcess('detection') },
  { entries: ['memory.peak'], measure: memoryPeak },
  { entries: ['flight.upstream', 'flight.refreshes', 'flight.latency'], measure: () => inProcess('flight') },
  {
    entries: ['cold.firstRow', 'cold.all', 'cold.counted', 'cold.crowd', 'view.reads'],
    measure: () => inProcess('cold'),
  },
  { entries: ['cold.writes'], measure: () => inProcess('cold-writes') },
  { entries: ['search.large'], measure: () => inProcess('search') },
  { entries: ['snapshot.bytes'], measure: () => inProcess('snapshot') },
  { entries: ['macro.js'], measure: () => size('macro.js', 'static/macro/build/index.html', 36) },
  { entries: ['admin.js'], measure: () => size('admin.js', 'static/admin/build/index.html', 300) },
  { entries: ['macro.firstRow', 'macro.coldRow'], measure: () => inProcess('first-row') },
  {
    entries: [
      'readers.lost',
      'readers.refreshes',
      'readers.without',
      'readers.firstRow',
      'readers.untold',
      'readers.lostInOne',
    ],
    measure: () => inProcess('readers'),
  },
  { entries: ['functions.import'], measure: () => inProcess('import') },
];

/** The entries of one group, measured by a fresh process on the production Node where there is one. */
function inProcess(...group) {
  const child = fork(program, group, {
    cwd: root,
    execPath: isProduction() ? process.execPath : (carriedNode() ?? process.execPath),
    execArgv: ['--expose-gc'],
    env: { ...process.env, NODE_ENV: 'production', NODE_PATH: inRoot('test', 'node_modules') },
  });
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`ended with code ${code} before it was measured`)));
  });
}

/** The largest of the peaks, each of a process of its own. */
async function memoryPeak() {
  const peaks = [];
  for (const name of ['largest reading', 'largest reading in pages', 'empty objects']) {
    peaks.push(...(await inProcess('memory', name)));
  }
  const value = Math.max(...peaks.map((peak) => peak.value));
  return [{ ...peaks[0], value, beside: peaks.flatMap(({ beside }) => beside) }];
}

async function size(name, page, target) {
  const { gzippedScripts } = await import('./page-scripts.mjs'); // here, because a fresh clone has its parser only later
  const scripts = gzippedScripts(inRoot(page));
  const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0);
  const beside = [{ name: 'scripts', value: scripts.length, unit: '' }];
  return [{ name, value: bytes / 1000, unit: 'kB', target, better: 'lower', beside }];
}

function isMet({ value, target, better }) {
  return better === 'equal' ? value === target : value <= target;
}

function print(entry) {
  const { name, value, unit, target, better, beside } = entry;
  const bound = `${better === 'equal' ? '=' : '<='} ${target}`;
  console.log(`${name.padEnd(17)} ${text(value).padStart(8)} ${unit.padEnd(9)} ${bound.padEnd(7)} ${verdict(entry)}`);
  for (const other of beside)
    console.log(`${' '.repeat(18)}${text(other.value).padStart(8)} ${other.unit}  ${other.name}`);
}

function verdict(entry) {
  return isMet(entry) ? 'ok' : 'MISSED';
}

function text(value) {
  return Number.isInteger(value) ? value.toLocaleString('en') : value.toFixed(value < 100 ? 2 : 0);
}

/** The entries of a group; what could not be measured is said and left out. */
async function tryToMeasure({ entries, measure }) {
  try {
    return await measure();
  } catch (error) {
    console.log(`${entries.join(', ')}: NOT MEASURED (${error instanceof Error ? error.message : error})`);
    return [];
  }
}

const word = { type: 'string' };
const options = { json: word, only: word, soak: { type: 'boolean' }, seconds: word, seed: word };
const { json, only, soak, seconds = '600', seed = '1' } = parseArgs({ options }).values;
const soakGroup = { entries: ['soak'], measure: () => inProcess('soak', seconds, seed) };
const wanted = (soak ? [soakGroup] : groups).filter(
  ({ entries }) => only === undefined || entries.some((name) => name.startsWith(only)),
);
if (wanted.length === 0) throw new Error(`There is no entry ${only}.`);

await installApp();
await installTestTools();
await build();
await bundle('bench/main.ts', program);
if (!isProduction() && !carriedNode()) console.log(`Measured on ${process.version}, for want of Node ${production}.`);

const results = [];
for (const group of wanted) {
  const entries = (await tryToMeasure(group)).filter(({ name }) => only === undefined || name.startsWith(only));
  entries.forEach(print);
  results.push(...entries);
}
const missed = results.filter((entry) => !isMet(entry)).map(({ name }) => name);
console.log(missed.length === 0 ? '\nEvery target is met' : `\nMissed: ${missed.join(', ')}`);
if (json) writeFileSync(json, `${JSON.stringify(results, null, 2)}\n`);
