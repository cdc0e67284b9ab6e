import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bundleInto } from '../shared/bundle';
import { projectRoot } from '../shared/root';

/**
 * Bundles the demo's thread, and returns its file: one piece of CommonJS code, because the authorization server is
 * published as ES modules only and the tests run CommonJS.
 */
export async function buildDemo(): Promise<string> {
  const entry = join(projectRoot(), 'local/demo/thread.ts');
  await bundleInto(demoThread(), {
    entryPoints: [entry],
    absWorkingDir: projectRoot(),
    platform: 'node',
    format: 'cjs',
  });
  return demoThread();
}

/** The file that `buildDemo` has made; made now where it is missing. */
export async function builtDemo(): Promise<string> {
  return existsSync(demoThread()) ? demoThread() : buildDemo();
}

const demoThread = () => join(projectRoot(), '.build/demo/thread.cjs');
