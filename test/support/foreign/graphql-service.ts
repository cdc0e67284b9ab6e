import { type ChildServer, startChildServer } from './child-server';
import { dataFolder } from './data-file';
import { packageFile } from './packages';

/** json-graphql-server with these lists: `people` becomes `allPeople(page, perPage, sortField, filter)`. */
export async function startGraphqlService(lists: Record<string, object[]>): Promise<ChildServer> {
  const { folder, remove } = await dataFolder(lists);
  const program = packageFile('json-graphql-server/bin/json-graphql-server.cjs');
  const server = await startChildServer({
    cwd: folder,
    args: () => [program, 'data.json'],
    env: (port) => ({ NODE_HOST: '127.0.0.1', NODE_PORT: String(port) }),
  });
  return { ...server, stop: () => server.stop().then(remove) };
}
