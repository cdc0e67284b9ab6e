import { createRequire } from 'node:module';
import * as net from 'node:net';
import type { fetch } from 'undici';
import { httpOverFetch } from './http-over-fetch';

type Exports = Record<string, unknown>;

/**
 * What each of Node's modules offers as a way to the network or to other processes, past the host's `fetch`. The modules
 * themselves load, since packages ask for them whether or not they use them.
 */
const ways: ReadonlyMap<string, readonly string[]> = new Map([
  ['child_process', ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync']],
  ['cluster', ['fork', 'setupMaster', 'setupPrimary']],
  ['dgram', ['createSocket', 'Socket']],
  ['http2', ['connect', 'createServer', 'createSecureServer']],
  ['inspector', ['open', 'Session']],
  ['net', ['connect', 'createConnection', 'createServer']],
  ['tls', ['connect', 'createServer']],
  ['worker_threads', ['Worker']],
]);

/**
 * What a function gets for the module: `http` and `https` send through `fetch`, so that each request is judged like any
 * other; ways that the platform does not have throw `HOST_NOT_MODELLED` when they are used. Undefined for a module that is
 * open. This catches mistakes; it is no wall against hostile code.
 */
export function guardedModule(name: string, send: typeof fetch): Exports | undefined {
  const bare = name.replace(/^node:/, '');
  if (bare === 'http' || bare === 'https') return httpOverFetch(bare, send);
  const closed = ways.get(bare);
  if (!closed) return undefined;
  const real = createRequire(__filename)(bare) as Exports;
  const guarded = { ...real, ...Object.fromEntries(closed.map((way) => [way, refusing(`${bare}.${way}`)])) };
  return bare === 'net' ? { ...guarded, ...unconnectedSockets() } : guarded;
}

/** Packages extend the class while they load; its sockets lead nowhere. */
function unconnectedSockets(): Exports {
  class Socket extends net.Socket {
    override connect(): this {
      return refusing('net.Socket')();
    }
  }
  return { Socket, Stream: Socket };
}

/** Throws, also where it is called with `new`. */
function refusing(way: string) {
  return function refused(): never {
    throw new Error(
      `HOST_NOT_MODELLED: functions reach the network through fetch; the local host does not model "${way}".`,
    );
  };
}
