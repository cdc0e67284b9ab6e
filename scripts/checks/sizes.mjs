import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { gzippedScripts } from '../page-scripts.mjs';
import { inRoot, root } from '../paths.mjs';

/** What a browser loads before the first row or the first list shows, in bytes of gzipped JavaScript at most. */
const bounds = [
  { page: 'static/macro/build/index.html', most: 36_000 },
  { page: 'static/admin/build/index.html', most: 300_000 },
];

for (const { page, most } of bounds) {
  const scripts = gzippedScripts(inRoot(page));
  const total = scripts.reduce((sum, { bytes }) => sum + bytes, 0);
  const within = scripts.length > 0 && total <= most;
  console.log(
    `${within ? 'ok' : 'TOO BIG'}: ${page} loads ${total} of ${most} bytes gzipped in ${scripts.length} scripts`,
  );
  if (!within) {
    process.exitCode = 1;
    for (const { path, bytes } of scripts) console.log(`  ${bytes} ${relative(root, path)}`);
  }
}

/** What the first chart on a page loads beyond that, in bytes of gzipped JavaScript at most. */
const mostForCharts = 75_000;
const assets = inRoot('static/macro/build/assets');
const charts = readdirSync(assets).filter((name) => /^drawn-chart-.*\.js$/.test(name));
const chartBytes = charts.reduce((sum, name) => sum + gzipSync(readFileSync(`${assets}/${name}`)).length, 0);
const chartsWithin = charts.length > 0 && chartBytes <= mostForCharts;
console.log(`${chartsWithin ? 'ok' : 'TOO BIG'}: charts load ${chartBytes} of ${mostForCharts} bytes gzipped`);
if (!chartsWithin) process.exitCode = 1;
