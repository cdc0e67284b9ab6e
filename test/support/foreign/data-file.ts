import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChildServer } from './child-server';

/** A server started in a folder of its own, which holds the data as `data.json` and goes with the server. */
export async function serveData(data: object, start: (folder: string) => Promise<ChildServer>): Promise<ChildServer> {
  const folder = await mkdtemp(join(tmpdir(), 'external-data-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await writeFile(join(folder, 'data.json'), JSON.stringify(data));
    const server = await start(folder);
    return { ...server, stop: () => server.stop().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}
