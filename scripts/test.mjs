import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { carriedNode, isProduction, production } from './carried-node.mjs';
import { installApp, installTestTools } from './install-if-needed.mjs';
import { inRoot } from './paths.mjs';
import { runNode } from './run.mjs';

const results = inRoot('.build', 'test-results');
const leftOut = inRoot('.build', 'left-out'); // tests leave {name, count} here for cases whose data is absent

/** Steps of what runs in a browser or on the local host alone. */
const elsewhere = 'test/steps/(static|frontend|local)/';
const workers = `--maxWorkers=${availableParallelism()}`;

/** Everything on this Node, then what production runs on the Node of production. */
function suites() {
  return [
    { name: 'all', title: 'Journeys, contracts, golden files and steps', args: [workers] },
    ...productionSuites(),
  ];
}

/** The functions' steps once more on the Node that production runs, unless this is that one or it is not carried here. */
function productionSuites() {
  if (isProduction()) return [];
  const node = carriedNode();
  if (!node) {
    console.log(`Steps on Node ${production} are left out: no package carries it for this machine.`);
    return [];
  }
  const args = ['--selectProjects', 'steps', workers, `--testPathIgnorePatterns=${elsewhere}`];
  return [{ name: 'production', title: `The functions' steps on Node ${production}`, node, args }];
}

/** Runs one suite and counts its tests; a file that could not run at all counts as one failure. */
async function run({ name, title, args, node }) {
  console.log(`\n${title}`);
  const outputFile = `${results}/${name}.json`;
  const jest = ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${outputFile}`, '--silent', ...args];
  const code = await runNode(jest, { node });
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
