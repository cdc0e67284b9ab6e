import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { packageFile } from './packages';

/** What is used of http-auth, which comes without types. */
interface HttpAuth {
  digest(
    options: { realm: string; qop?: 'none' },
    checker: (username: string, give: (hash: string) => void) => void,
  ): { check(listener: RequestListener): RequestListener };
}

export interface DigestService {
  origin: string;
  /** Every request since the start, in order. */
  requests: { path: string; status: number; authorization: string | undefined }[];
  stop(): Promise<void>;
}

const realm = 'Warehouse';

/**
 * Pages of JSON behind http-auth's Digest in this process: `/items?page=…` has `pages` of them, each with a link to the
 * next, `/old` is the same without a qop, and `/elsewhere` redirects to where it is told.
 */
export async function startDigestService(
  users: Record<string, string>,
  { pages, elsewhere }: { pages: number; elsewhere: string },
): Promise<DigestService> {
  const { digest } = (await import(packageFile('http-auth/src/http-auth.js'))) as HttpAuth;
  const check = (username: string, give: (hash: string) => void) => {
    give(createHash('md5').update(`${username}:${realm}:${users[username]}`).digest('hex'));
  };
  const guarded = digest({ realm }, check).check((request, response) => sendPage(request, response));
  const old = digest({ realm, qop: 'none' }, check).check((_, response) => void response.end('[]'));
  const requests: DigestService['requests'] = [];
  const server = createServer((request, response) => {
    const { url: path = '', headers } = request;
    response.on('finish', () => {
      requests.push({ path, status: response.statusCode, authorization: headers.authorization });
    });
    (path.startsWith('/old') ? old : guarded)(request, response);
  });

  function sendPage({ url = '' }: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(url, origin);
    if (pathname === '/elsewhere') return void response.writeHead(302, { location: elsewhere }).end();
    const page = Number(searchParams.get('page') ?? 1);
    const next = page < pages ? { next: `${origin}/items?page=${page + 1}` } : {};
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ items: [{ id: page, name: `Item ${page}` }], ...next }));
  }

  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => void server.close(resolve));
  };
  return { origin, requests, stop };
}
