import { type ChildServer, startChildServer } from './child-server';
import { serveData } from './data-file';
import { packageFile } from './packages';

const program = packageFile('json-server/lib/cli/bin.js');

/** json-server with these lists: REST with `Link` headers for `_page`, and offsets as `_start` and `_limit`. */
export function startJsonServer(lists: Record<string, object[]>): Promise<ChildServer> {
  const args = (port: number) => ['--quiet', '--read-only', '--host', '127.0.0.1', '--port', String(port), 'data.json'];
  return serveData(lists, (cwd) => startChildServer({ cwd, args: (port) => [program, ...args(port)] }));
}
