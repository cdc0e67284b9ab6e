import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Listener {
  port: number;
  /** What handles requests; to be set before the address is told to anyone. */
  sendWith(listener: RequestListener): void;
  close(): Promise<void>;
}

/** A server on loopback only. Rejects with a plain sentence when the port is taken; 0 takes a free one. */
export async function listenOnLoopback(port: number): Promise<Listener> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${port}, which the demo needs, is in use.`) : error),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    sendWith: (listener) => void server.on('request', listener),
    close: () => closeServer(server),
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
