import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { filesBelow } from '../files.mjs';
import { root } from '../paths.mjs';
import { refusedImports } from '../refused-imports.mjs';

const folder = resolve(process.argv[2] ?? root);

const files = ['src', 'static', 'local', 'test', 'bench'].flatMap((name) => filesBelow(name, folder));
const sources = files.filter((file) => /\.tsx?$/.test(file));
const refusals = sources.flatMap((file) => refusedImports(file, readFileSync(resolve(folder, file), 'utf8')));

for (const refusal of refusals) console.log(refusal);
process.exitCode = refusals.length > 0 ? 1 : 0;
