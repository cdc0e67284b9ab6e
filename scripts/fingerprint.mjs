import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { filesBelow } from './files.mjs';
import { inRoot } from './paths.mjs';

/**
 * Runs a piece of the build unless its inputs are unchanged since the last time and its outputs still exist. Returns
 * whether it ran. Inputs and outputs are files or folders inside the repository.
 */
export async function unlessUnchanged({ name, inputs, outputs, make }) {
  const note = inRoot('.build', 'fingerprints', name);
  const now = fingerprint(inputs);
  const unchanged = existsSync(note) && readFileSync(note, 'utf8') === now;
  if (unchanged && outputs.every((output) => existsSync(inRoot(output)))) return false;
  await make();
  mkdirSync(inRoot('.build', 'fingerprints'), { recursive: true });
  writeFileSync(note, now);
  return true;
}

/** A hash of the names and contents of all files given or below the folders given. */
function fingerprint(inputs) {
  const hash = createHash('sha256').update(process.version);
  for (const file of inputs.flatMap((input) => filesBelow(input)))
    hash
      .update(`${file}\0`)
      .update(readFileSync(inRoot(file)))
      .update('\0');
  return hash.digest('hex');
}
