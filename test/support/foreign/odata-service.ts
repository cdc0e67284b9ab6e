import { join } from 'node:path';
import { type ChildServer, startChildServer } from './child-server';
import { packageFile, recentNode } from './packages';

/** Whether this machine has the Node that the OData service needs. */
export const hasODataService = recentNode() !== undefined;

/** Who may read the office's lists: basic authentication. */
export const clerk = { username: 'clerk', password: 'Ünlocked % 100' };

/** SAP CAP with the lists of a bookshop: OData V4, three rows a page. */
export async function startODataService(): Promise<ChildServer> {
  const cwd = join(__dirname, 'bookshop');
  const program = packageFile('@sap/cds/bin/serve.js');
  return startChildServer({
    node: recentNode(),
    cwd,
    args: (port) => [program, '--in-memory', '--port', String(port)],
    env: () => ({ CDS_CONFIG: JSON.stringify({ requires: { auth: { kind: 'basic', users: users() } } }) }),
  });
}

function users(): object {
  return { [clerk.username]: { password: clerk.password, roles: ['clerk'] }, '*': false };
}
