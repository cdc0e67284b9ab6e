import { relative } from 'node:path';
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
