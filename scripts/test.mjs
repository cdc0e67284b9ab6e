import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { build } from './build.mjs';
import { carriedNode, isProduction, production } from './carried-node.mjs';
import { installApp, installTestTools } from './install-if-needed.mjs';
import { inRoot } from './paths.mjs';
import { runNode } from './run.mjs';

const results = inRoot('.build', 'test-results');
const leftOut = inRoot('.build', 'left-out'); // tests leave {name, count} here for cases whose data is absent

/** The suites, in the order of what they cost. Journeys share one host and its clock, so they run one after another. */
function suites() {
  const workers = `--maxWorkers=${availableParallelism()}`;
  const near = { name: 'near', title: 'Steps, contracts and golden files' };
  return [
    { ...near, args: ['--selectProjects', 'steps', 'contract', 'golden', workers] },
    ...productionSuites(workers),
    { name: 'journeys', title: 'Journeys', args: ['--selectProjects', 'journeys', '--runInBand'] },
  ];
}

/** The functions' steps once more on the Node that production runs, unless this is that one or it is not carried here. */
function productionSuites(workers) {
  if (isProduction()) return [];
  const node = carriedNode();
  if (!node) {
    console.log(`Steps on Node ${production} are left out: no package carries it for this machine.`);
    return [];
  }
  return [
    { name: 'production', title: `Steps on Node ${production}`, args: ['--selectProjects', 'steps', workers], node },
  ];
}

/** Runs one suite and counts its tests; a file that could not run at all counts as one failure. */
async function run({ name, title, args, node }) {
  console.log(`\n${title}`);
  const outputFile = `${results}/${name}.json`;
  const jest = ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${outputFile}`, '--silent', ...args];
  const code = await runNode(jest, { node, env: { NODE_ENV: 'test' } }); // the build has set it to production
  if (!existsSync(outputFile)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(outputFile, 'utf8'));
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return { passed: report.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
}

function reportLeftOut() {
  const notes = existsSync(leftOut)
    ? readdirSync(leftOut).map((file) => JSON.parse(readFileSync(`${leftOut}/${file}`, 'utf8')))
    : [];
  const missing = notes.filter(({ count }) => count > 0);
  const total = missing.reduce((sum, { count }) => sum + count, 0);
  const names = missing.map(({ name, count }) => `${name}: ${count}`).join(', ');
  console.log(`${total} cases left out because their data is absent${names ? ` (${names})` : ''}`);
}

await installApp();
await installTestTools();
await build();
for (const folder of [results, leftOut]) rmSync(folder, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const counts = [];
for (const suite of suites()) counts.push(await run(suite));
const passed = counts.reduce((sum, one) => sum + one.passed, 0);
const failed = counts.reduce((sum, one) => sum + one.failed, 0);

console.log('');
reportLeftOut();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
