import { build } from 'esbuild';
import { join } from 'node:path';
import { projectRoot } from '../shared/root';

/**
 * The demo's thread as one piece of CommonJS code. It is bundled each time it starts (0.2 s), because the authorization
 * server is published as ES modules only and the tests run CommonJS.
 */
export async function bundleDemoThread(): Promise<string> {
  const root = projectRoot();
  const result = await build({
    entryPoints: [join(root, 'local', 'demo', 'thread.ts')],
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}
