import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { type ChildServer, startChildServer } from './child-server';

/** oidc-provider with the client `key-client`, known by its public key. */
export function startKeyServer(publicKey: KeyObject, algorithm: 'RS256' | 'PS256' | 'ES256'): Promise<ChildServer> {
  const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'key-1', use: 'sig' }];
  return startChildServer({
    cwd: __dirname,
    args: (port) => [join(__dirname, 'key-server.mjs'), String(port)],
    env: () => ({ KEYS: JSON.stringify({ keys }), ALGORITHM: algorithm }),
  });
}
