import { type ChildServer, startChildServer } from './child-server';
import { dataFolder } from './data-file';
import { packageFile } from './packages';

/** json-server with these lists: REST with `Link` headers for `_page`, and offsets as `_start` and `_limit`. */
export async function startJsonServer(lists: Record<string, object[]>): Promise<ChildServer> {
  const { folder, remove } = await dataFolder(lists);
  const program = packageFile('json-server/lib/cli/bin.js');
  const server = await startChildServer({
    cwd: folder,
    args: (port) => [program, '--quiet', '--read-only', '--host', '127.0.0.1', '--port', String(port), 'data.json'],
  });
  return { ...server, stop: () => server.stop().then(remove) };
}
