import { availableParallelism } from 'node:os';
import { build } from './build.mjs';
import { installApp, installTestTools } from './install-if-needed.mjs';
import { captureNode } from './run.mjs';

const tools = 'test/node_modules';

/** Each check is one command that prints what it finds and exits with 0 if that is nothing to act on. */
const checks = [
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'test'] },
  {
    name: 'lint',
    command: [
      `${tools}/eslint/bin/eslint.js`,
      '--config',
      'test/eslint.config.mjs',
      'src',
      'static',
      'local',
      'test',
      'bench',
    ],
  },
  { name: 'imports', command: ['scripts/checks/imports.mjs'] },
  { name: 'folders', command: ['scripts/checks/folders.mjs'] },
  { name: 'format', command: [`${tools}/prettier/bin/prettier.cjs`, '--check', '.'] },
  { name: 'manifest', command: ['scripts/checks/manifest.mjs'] },
  { name: 'forge lint', command: ['scripts/checks/forge-lint.mjs'] },
  { name: 'forge bundle', command: ['scripts/checks/forge-bundle.cjs'] },
  { name: 'sizes', command: ['scripts/checks/sizes.mjs'] },
  { name: 'loopback', command: ['scripts/checks/loopback.mjs'] },
];

async function run({ name, command }) {
  const start = performance.now();
  const { code, output } = await captureNode(command);
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(5);
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(13)} ${seconds} s`);
  return { name, failed: code !== 0, output };
}

/** Runs all checks, as many at a time as there are processors, the first ones first. */
async function runAll() {
  const waiting = [...checks];
  const results = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await run(next));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}

await installApp();
await installTestTools();
await build();

const failed = (await runAll()).filter((result) => result.failed);
for (const { name, output } of failed) console.log(`\n${name}\n${output.trimEnd()}`);
console.log(failed.length === 0 ? '\nAll checks passed' : `\nFailed: ${failed.map(({ name }) => name).join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
