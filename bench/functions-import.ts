import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { atMost, type Entry } from './entry';
import { alternate, median, ratio } from './measure';

const functions = join(process.cwd(), '.build/functions/index.cjs');
const packages = ['@forge/api', '@forge/kvs', '@forge/resolver'];

/** `functions.import`: in a fresh process each time, both sides one bundled file, as the platform runs them. */
export async function functionsImport(): Promise<Entry[]> {
  const platform = await bundledPackages();
  const loose = packages.map((name) => require.resolve(name, { paths: [process.cwd()] }));
  const imports: Record<string, number[]> = { ours: [], platform: [], loose: [] };
  const take = (name: string, files: string[]) => () => void imports[name]?.push(importTime(files));
  await alternate(
    [
      { name: 'ours', run: take('ours', [functions]) },
      { name: 'platform', run: take('platform', [platform]) },
      { name: 'loose', run: take('loose', loose) },
    ],
    { warmUp: 0, timed: 15 },
  );
  const { ours = [], platform: base = [], loose: files = [] } = imports;
  return [
    atMost('functions.import', ratio(ours, base), '×', 1.3, [
      { name: 'this', value: median(ours), unit: 'ms' },
      { name: 'the packages, bundled', value: median(base), unit: 'ms' },
      { name: 'the packages as installed', value: median(files), unit: 'ms' },
    ]),
  ];
}

async function bundledPackages(): Promise<string> {
  const outfile = join(process.cwd(), '.build/bench/platform-packages.cjs');
  mkdirSync(join(outfile, '..'), { recursive: true });
  const contents = packages.map((name, index) => `export * as p${index} from '${name}';`).join('\n');
  const stdin = { contents, resolveDir: process.cwd() };
  await build({ stdin, outfile, bundle: true, platform: 'node', target: 'node20', format: 'cjs', logLevel: 'silent' });
  return outfile;
}

/** Milliseconds that a new process needs to import the files, its own start left out. */
function importTime(files: readonly string[]): number {
  const script = `const start = performance.now();
    for (const file of ${JSON.stringify(files)}) require(file);
    console.log(performance.now() - start);
    process.exit();`;
  return Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim().split('\n').at(-1));
}
