import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds the host's own sources: the nearest one, from this file or its bundle upwards, with `local/shared/root.ts`. */
export function projectRoot(): string {
  let folder = typeof __dirname === 'string' ? __dirname : process.cwd();
  while (!existsSync(join(folder, 'local', 'shared', 'root.ts'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The sources of the local host were not found above this file.');
    folder = parent;
  }
  return folder;
}
