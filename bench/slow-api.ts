import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeUser } from '../local/demo/directory/users';

/** A list of many pages, each of which comes after the same delay. */
export interface SlowApi {
  origin: string;
  /** Its pages one after the other, as links lead from one to the next. */
  linked: string;
  /** The same pages by number, counted from 1, with the total of rows. */
  counted: string;
  close(): Promise<void>;
}

export interface SlowList {
  pages: number;
  pageRows: number;
  delayMs: number;
}

/** An API that knows one list of users. */
export async function startSlowApi({ pages, pageRows, delayMs }: SlowList): Promise<SlowApi> {
  const bodies = Array.from({ length: pages }, (_, page) => bodyOf(page, pageRows, pages));
  const server = createServer((request, response) => {
    const page = Number(new URL(request.url ?? '/', 'http://localhost').searchParams.get('page') ?? 1);
    setTimeout(() => {
      response.setHeader('content-type', 'application/json');
      response.end(bodies[page - 1] ?? '{"value":[]}');
    }, delayMs);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    linked: `${origin}/linked`,
    counted: `${origin}/counted`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A page's body, which names the next one and the total. */
function bodyOf(page: number, pageRows: number, pages: number): Buffer {
  const value = Array.from({ length: pageRows }, (_, row) => makeUser(page * pageRows + row));
  const next = page + 1 < pages ? { next: `?page=${page + 2}` } : {};
  return Buffer.from(JSON.stringify({ total: pages * pageRows, ...next, value }));
}
