import { createRequire } from 'node:module';
import { inRoot } from '../paths.mjs';

const { validate } = createRequire(inRoot('test', 'package.json'))('@forge/manifest');

const { errors = [] } = await validate(false); // it reads manifest.yml of the working folder
for (const { line, column, level, message } of errors)
  console.log(`manifest.yml:${line}:${column} ${level}: ${message}`);
process.exitCode = errors.length > 0 ? 1 : 0;
