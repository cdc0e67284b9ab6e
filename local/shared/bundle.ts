import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { build } from 'esbuild';

/** Bundles into the file in one step, so that a reader sees the old or the new bundle and never half of one. */
export async function bundleInto(output: string, options: BuildOptions): Promise<void> {
  const target = options.platform === 'node' ? 'node20' : 'es2022';
  const { outputFiles } = await build({ ...options, target, bundle: true, write: false, logLevel: 'silent' });
  const bundle = outputFiles[0]!.contents;
  if (existsSync(output) && readFileSync(output).equals(bundle)) return;
  mkdirSync(dirname(output), { recursive: true });
  const fresh = `${output}.${process.pid}.new`;
  writeFileSync(fresh, bundle);
  renameSync(fresh, output);
}
