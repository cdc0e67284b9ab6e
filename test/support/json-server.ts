import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface JsonServer {
  url: string;
  close(): Promise<void>;
}

/** An API on this machine that responds to everything with one document. */
export async function serveJson(document: unknown): Promise<JsonServer> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(document));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/orders`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
