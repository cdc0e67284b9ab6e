import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import { filesBelow } from '../files.mjs';
import { inRoot } from '../paths.mjs';

const { validate } = createRequire(inRoot('test', 'package.json'))('@forge/manifest');

/** The app's own, and those of the small apps that tests and the bench start. */
const manifests = ['manifest.yml', ...['test', 'bench'].flatMap((folder) => filesBelow(folder))];

for (const manifest of manifests.filter((file) => basename(file) === 'manifest.yml')) {
  process.chdir(inRoot(dirname(manifest))); // the validator reads the one of the working folder
  const { errors = [] } = await validate(false);
  for (const { line, column, level, message } of errors)
    console.log(`${manifest}:${line}:${column} ${level}: ${message}`);
  if (errors.length > 0) process.exitCode = 1;
}
