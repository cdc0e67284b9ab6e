import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { filesBelow } from '../files.mjs';
import { importsOf } from '../imports-of.mjs';
import { root } from '../paths.mjs';
import { refusedCircles } from '../refused-circles.mjs';
import { refusedImports } from '../refused-imports.mjs';

const folder = resolve(process.argv[2] ?? root);

const files = ['src', 'static', 'local', 'test', 'bench'].flatMap((name) => filesBelow(name, folder));
const sources = files.filter((file) => /\.tsx?$/.test(file));
const imports = new Map(sources.map((file) => [file, importsOf(file, readFileSync(resolve(folder, file), 'utf8'))]));
const refusals = [...[...imports].flatMap(([file, found]) => refusedImports(file, found)), ...refusedCircles(imports)];

for (const refusal of refusals) console.log(refusal);
process.exitCode = refusals.length > 0 ? 1 : 0;
