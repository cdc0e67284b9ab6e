import { join } from 'node:path';
import { type ChildServer, startChildServer } from './child-server';

/** oidc-provider with its endpoints published at the place of RFC 8414 alone. */
export function startMetadataServer(): Promise<ChildServer> {
  return startChildServer({ cwd: __dirname, args: (port) => [join(__dirname, 'metadata-server.mjs'), String(port)] });
}
