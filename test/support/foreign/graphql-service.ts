import { type ChildServer, startChildServer } from './child-server';
import { serveData } from './data-file';
import { packageFile } from './packages';

const program = packageFile('json-graphql-server/bin/json-graphql-server.cjs');

/** json-graphql-server with these lists: `people` becomes `allPeople(page, perPage, sortField, filter)`. */
export function startGraphqlService(lists: Record<string, object[]>): Promise<ChildServer> {
  const env = (port: number) => ({ NODE_HOST: '127.0.0.1', NODE_PORT: String(port) });
  return serveData(lists, (cwd) => startChildServer({ cwd, args: () => [program, 'data.json'], env }));
}
