import { runNode } from './run.mjs';

/** Builds what has changed, once before all tests that run the built app; in a process of its own, as it is for users. */
export default async function buildBeforeTests() {
  const code = await runNode(['scripts/build.mjs'], { env: { NODE_ENV: undefined } });
  if (code !== 0) throw new Error('The build failed, so nothing was tested.');
}
