import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { makeUser } from '../directory/users';
import type { Exchange } from '../exchange';

const megabyte = 1024 * 1024;

/** Sends well-formed users until the body has this many megabytes, no faster than they are read. */
export async function streamUsers({ response }: Exchange, megabytes: number): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  let sent = 0;
  let separator = '{"value":[';
  for (let index = 0; sent < megabytes * megabyte && !response.destroyed; index += 100) {
    const users = Array.from({ length: 100 }, (_, place) => JSON.stringify(makeUser(index + place)));
    const text = separator + users.join(',');
    separator = ',';
    sent += Buffer.byteLength(text);
    await write(response, text);
  }
  response.end(']}');
}

/** Sends a JSON text that is this large only when unpacked. */
export async function sendGzipBomb({ response }: Exchange, megabytes: number): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-encoding': 'gzip' });
  const gzip = createGzip();
  gzip.pipe(response);
  response.once('close', () => gzip.destroy());
  await streamSpaces(gzip, megabytes);
}

/** Sends a JSON text that is nearly all spaces, so that it is large only when unpacked. */
async function streamSpaces(target: Writable, megabytes: number): Promise<void> {
  const spaces = Buffer.alloc(megabyte, 0x20);
  for (let sent = 0; sent < megabytes && !target.destroyed; sent += 1) await write(target, spaces);
  target.end('{"value":[]}');
}

/** Sends the text a byte every half second, so that the connection is never idle and never done. */
export function trickle({ response }: Exchange, text: string): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  const bytes = Buffer.from(text);
  let sent = 0;
  const timer = setInterval(() => {
    if (sent < bytes.length) response.write(bytes.subarray(sent, (sent += 1)));
    else response.end();
  }, 500);
  response.once('close', () => clearInterval(timer));
}

async function write(target: Writable, chunk: string | Buffer): Promise<void> {
  if (target.write(chunk) || target.destroyed) return;
  const abort = new AbortController();
  const closed = once(target, 'close', { signal: abort.signal });
  const drained = once(target, 'drain', { signal: abort.signal });
  await Promise.race([drained, closed]);
  abort.abort();
  await Promise.allSettled([drained, closed]);
}
