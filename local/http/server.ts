import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { HttpProblem } from './problem';
import { noSniffing, onlyHost, onlyOwnPages } from './origin-guard';
import type { HttpParts, Origins } from './parts';
import { resourceApp } from './resources';
import { bylineRoutes } from './routes/byline';
import { callRoutes } from './routes/calls';
import { exportRoutes } from './routes/exports';
import { operatorRoutes } from './routes/operator';
import { pageHistoryRoutes, pageRoutes } from './routes/pages';
import { shellRoutes } from './routes/shell';
import { stateRoutes } from './routes/state';
import { viewRoutes } from './routes/view';
import { webTriggerApp } from './web-trigger';

const address = '127.0.0.1';
const tries = 20;

/** Two listening ports, one after the other, and the origins they make. */
export interface Listeners {
  origins: Origins;
  /** Starts serving. */
  serve(parts: HttpParts): void;
  close(): Promise<void>;
}

/**
 * Listens on the port and the next one, on loopback only; for port 0 on any free pair. Resources and web triggers share
 * the second port under different names, which makes them different origins.
 * @throws Error `EADDRINUSE` when a given port is taken.
 */
export async function listen(port: number): Promise<Listeners> {
  const [host, second] = await listenOnPair(port);
  const first = (host.address() as AddressInfo).port;
  return {
    origins: {
      host: `http://localhost:${first}`,
      resource: `http://${address}:${first + 1}`,
      webTrigger: `http://localhost:${first + 1}`,
    },
    serve: (parts) => {
      const [page, resources, triggers] = [hostApp(parts), resourceApp(parts), webTriggerApp(parts)].map((app) =>
        getRequestListener(app.fetch),
      );
      const triggerHost = new URL(parts.origins.webTrigger).host;
      host.on('request', (request, response) => void page!(request, response));
      second.on('request', (request, response) => {
        const listener = request.headers.host === triggerHost ? triggers! : resources!;
        void listener(request, response);
      });
    },
    close: async () => void (await Promise.all([host, second].map(closeServer))),
  };
}

function hostApp(parts: HttpParts): Hono {
  const app = new Hono();
  app.onError((error, c) => {
    if (error instanceof HttpProblem) return c.json({ message: error.message }, error.status);
    parts.log('error', error.stack ?? error.message);
    return c.json({ message: 'The local host failed.' }, 500);
  });
  app.use(onlyHost(new URL(parts.origins.host).host), noSniffing);
  app.use('/api/*', onlyOwnPages(parts.origins.host));
  stateRoutes(app, parts);
  bylineRoutes(app, parts);
  pageRoutes(app, parts);
  pageHistoryRoutes(app, parts);
  operatorRoutes(app, parts);
  exportRoutes(app, parts);
  viewRoutes(app, parts);
  callRoutes(app, parts);
  app.all('/api/*', (c) => c.json({ message: 'There is no such call.' }, 404));
  shellRoutes(app, parts);
  return app;
}

async function listenOnPair(port: number): Promise<[Server, Server]> {
  for (let left = port === 0 ? tries : 1; ; left -= 1) {
    const first = await listenOn(port);
    try {
      return [first, await listenOn((first.address() as AddressInfo).port + 1)];
    } catch (error) {
      await closeServer(first);
      if (left === 1) throw error;
    }
  }
}

function listenOn(port: number): Promise<Server> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => resolve(server));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
