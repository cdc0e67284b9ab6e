import type { ChildServer } from '../../support/foreign/child-server';
import { type AppOnHost, approve, startApp } from '../app/app-on-host';

/** The app on the local host beside a server of somebody else, which the admin has approved. */
export interface AppBeside {
  app: AppOnHost;
  /** The address of a path of that server. */
  url(path: string): string;
  close(): Promise<void>;
}

/** Starts the server, then the app; neither is left running when the other fails. */
export async function startAppBeside(startServer: () => Promise<ChildServer>): Promise<AppBeside> {
  const server = await startServer();
  const app = await startApp({ users: 1 }).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  approve(app.host, [server.origin]);
  const close = async () => {
    await server.stop();
    await app.close();
  };
  return { app, url: (path) => `${server.origin}${path}`, close };
}
