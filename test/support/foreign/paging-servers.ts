import { join } from 'node:path';
import { type ChildServer, startChildServer } from './child-server';
import { serveData } from './data-file';

/** Any text in the form of a signature: the server wants one, and does not check it. */
export const anySignature =
  'AWS4-HMAC-SHA256 Credential=reader/20300101/here/dynamodb/aws4_request, SignedHeaders=host, Signature=0';

/** Who may read the SCIM service. */
export const scimToken = 'token-of-the-reader';

/** Of the user `reader` of the file server. */
export const filesPassword = 'Open % 100';

/** dynalite with a table of these items: a scan ends with the key of the last item, an object. */
export const startKeyValueServer = (items: object[]) =>
  start('key-value-server.mjs', items, { SIGNATURE: anySignature });

/** graphql-relay with these books in a connection five names deep. */
export const startRelayServer = (books: object[]) => start('relay-server.mjs', books);

/** scimmy-routers with these users: places count from 1, 20 users a page. */
export const startScimServer = (users: object[]) => start('scim-server.mjs', users, { TOKEN: scimToken });

/** webdav-server with a folder Reports that holds an empty file of each name. */
export const startFileServer = (files: { name: string }[]) =>
  start('webdav-server.mjs', files, { PASSWORD: filesPassword });

/** fortune with these towns as JSON:API has them, three a page. */
export const startJsonApiServer = (towns: object[]) => start('json-api-server.mjs', towns);

/** soap with these items in a shop called north; other shops are faults. */
export const startSoapServer = (items: object[]) => start('soap-server.mjs', items);

function start(program: string, data: object[], more: Record<string, string> = {}): Promise<ChildServer> {
  const env = (port: number) => ({ PORT: String(port), ...more });
  return serveData(data, (cwd) => startChildServer({ cwd, args: () => [join(__dirname, program)], env }));
}
