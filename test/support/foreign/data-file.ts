import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own with the data in `data.json`, for a server that serves a file. */
export async function dataFolder(data: object): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'external-data-'));
  await writeFile(join(folder, 'data.json'), JSON.stringify(data));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
