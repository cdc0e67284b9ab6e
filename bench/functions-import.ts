import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { atMost, type Entry } from './entry';
import { alternate, median, ratio } from './measure';

const root = process.cwd();

/**
 * `functions.import`: in a fresh process each time, both sides bundled by the platform's own bundler. Beside it, what the
 * first call of the macro's function and of the callback's wait for, whose code is loaded with that call.
 */
export async function functionsImport(): Promise<Entry[]> {
  const [ours, platform] = [bundled('src/index.ts', 'functions'), bundled('bench/platform-packages.ts', 'packages')];
  const times: Record<string, number[]> = { ours: [], platform: [], macro: [], callback: [] };
  const take = (name: string, file: string, then = '') => ({
    name,
    run: () => void times[name]?.push(importTime(file, then)),
  });
  // A call that the table does not have, and a request that is none: what is timed is the loading.
  const macro = "await loaded.macro({ call: { functionKey: '' } });";
  const callback = 'await loaded.oauthCallback({}, {});';
  const contenders = [
    take('ours', ours),
    take('platform', platform),
    take('macro', ours, macro),
    take('callback', ours, callback),
  ];
  await alternate(contenders, { warmUp: 1, timed: 15 });
  const of = (name: string) => times[name]?.slice(1) ?? []; // without the round that warmed up the disk
  const ms = (name: string, key: string) => ({ name, value: median(of(key)), unit: 'ms' });
  return [
    atMost('functions.import', ratio(of('ours'), of('platform')), '×', 1.3, [
      ms('this', 'ours'),
      ms('the packages alone', 'platform'),
      ms("until the macro's function is loaded too", 'macro'),
      ms("until the callback's function is loaded too", 'callback'),
    ]),
  ];
}

/** The file that the platform's bundler makes of the source. */
function bundled(source: string, name: string): string {
  const folder = join(root, '.build/bench', name);
  execFileSync(process.execPath, [join(root, 'scripts/platform-bundler.cjs'), join(root, source), folder]);
  return join(folder, 'index.cjs');
}

/** Milliseconds that a new process needs to import the file and to run what follows, its own start left out. */
function importTime(file: string, then: string): number {
  const script = `(async () => {
    globalThis.__forge_runtime__ = {};
    const start = performance.now();
    const loaded = require(${JSON.stringify(file)});
    ${then}
    console.log(performance.now() - start);
    process.exit();
  })();`;
  return Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim().split('\n').at(-1));
}
