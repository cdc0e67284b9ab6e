import * as http from 'node:http';
import * as https from 'node:https';
import { Readable, Writable } from 'node:stream';
import type { Response, fetch } from 'undici';

type Fetch = typeof fetch;
type Listener = (response: IncomingResponse) => void;
type Options = http.RequestOptions & { path?: string | null; protocol?: string | null };

/** Set by `fetch` itself from the address and the body. */
const ownHeaders = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
]);
/** Said of what came over the wire; `fetch` has already taken it off. */
const wireHeaders = new Set(['content-encoding', 'content-length', 'transfer-encoding']);
const bodiless = new Set(['GET', 'HEAD']);

/** Node's `http` or `https` whose requests go through `fetch`; a server cannot be made. */
export function httpOverFetch(name: 'http' | 'https', send: Fetch): Record<string, unknown> {
  const real = name === 'http' ? http : https;
  const request = (...args: unknown[]) => new OutgoingRequest(read(name, args), listenerOf(args), send);
  const get = (...args: unknown[]) => request(...args).end();
  const createServer = (): never => {
    throw new Error(
      `HOST_NOT_MODELLED: functions listen to nobody; the local host does not model "${name}.createServer".`,
    );
  };
  return { ...real, request, get, createServer, ClientRequest: OutgoingRequest };
}

interface Wanted {
  url: URL;
  method: string;
  headers: Map<string, string[]>;
}

/** The arguments of `http.request`: an address, options, or both. */
function read(name: string, args: unknown[]): Wanted {
  const [first, second] = args;
  const given = typeof first === 'string' || first instanceof URL ? new URL(first) : undefined;
  const options = (given ? second : first) as Options | undefined;
  const settings: Options = typeof options === 'object' ? options : {};
  return {
    url: given ?? addressOf(name, settings),
    method: (settings.method ?? 'GET').toUpperCase(),
    headers: new Map(headerPairs(settings)),
  };
}

function addressOf(name: string, { protocol, hostname, host, port, path }: Options): URL {
  const address = new URL(`${protocol ?? `${name}:`}//${hostname ?? host ?? 'localhost'}`);
  if (port !== undefined && port !== null && port !== '') address.port = String(port);
  return new URL(path ?? '/', address);
}

function headerPairs({ headers, auth }: Options): [string, string[]][] {
  const given: [string, unknown][] = Array.isArray(headers)
    ? (headers as string[]).flatMap((value, at, all) => (at % 2 ? [] : [[value, all[at + 1]]]))
    : Object.entries(headers ?? {});
  const pairs = given.filter(([, value]) => value !== undefined).map(([key, value]) => pair(key, value));
  return auth ? [...pairs, pair('authorization', `Basic ${Buffer.from(auth).toString('base64')}`)] : pairs;
}

function pair(key: string, value: unknown): [string, string[]] {
  return [key.toLowerCase(), (Array.isArray(value) ? value : [value]).map(String)];
}

function listenerOf(args: unknown[]): Listener | undefined {
  return args.find((argument): argument is Listener => typeof argument === 'function');
}

/** A response as `http.IncomingMessage` shows it; its body is already decoded. */
class IncomingResponse extends Readable {
  readonly statusCode: number;
  readonly statusMessage: string;
  readonly httpVersion = '1.1';
  readonly headers: Record<string, string | string[]> = {};
  readonly rawHeaders: string[];
  readonly url: string;
  readonly #body: AsyncIterator<Uint8Array> | undefined;

  constructor(response: Response) {
    super();
    const lines = [...response.headers].filter(([name]) => !wireHeaders.has(name));
    this.statusCode = response.status;
    this.statusMessage = response.statusText;
    this.rawHeaders = lines.flat();
    this.url = response.url;
    Object.assign(this.headers, Object.fromEntries(lines));
    const cookies = response.headers.getSetCookie();
    if (cookies.length > 0) this.headers['set-cookie'] = cookies;
    this.#body = response.body?.[Symbol.asyncIterator]() as AsyncIterator<Uint8Array> | undefined;
  }

  override _read(): void {
    const next = this.#body?.next() ?? Promise.resolve({ done: true, value: undefined });
    next.then(
      ({ done, value }) => this.push(done ? null : value),
      (error: unknown) => this.destroy(error as Error),
    );
  }

  setTimeout(): this {
    return this;
  }
}

/** A request as `http.ClientRequest` takes it, sent by `fetch` once it has ended. Redirects are its caller's to follow. */
class OutgoingRequest extends Writable {
  readonly #chunks: Buffer[] = [];
  readonly #stop = new AbortController();
  readonly #headers: Map<string, string[]>;
  readonly path: string;
  readonly method: string;
  aborted = false;

  constructor(
    private readonly wanted: Wanted,
    listener: Listener | undefined,
    private readonly send: Fetch,
  ) {
    super({ autoDestroy: false }); // it ends long before its response has come
    this.method = wanted.method;
    this.path = wanted.url.pathname + wanted.url.search;
    this.#headers = wanted.headers;
    if (listener) this.once('response', listener);
  }

  override _write(chunk: unknown, encoding: BufferEncoding, done: () => void): void {
    this.#chunks.push(typeof chunk === 'string' ? Buffer.from(chunk, encoding) : Buffer.from(chunk as Uint8Array));
    done();
  }

  override _final(done: () => void): void {
    done();
    this.#respond().catch((error: unknown) => this.destroy(error as Error));
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#stop.abort();
    done(error);
  }

  abort(): void {
    this.aborted = true;
    this.emit('abort');
    this.destroy();
  }

  setHeader(name: string, value: unknown): this {
    this.#headers.set(...pair(name, value));
    return this;
  }

  getHeader(name: string): string | string[] | undefined {
    const values = this.#headers.get(name.toLowerCase());
    return values?.length === 1 ? values[0] : values;
  }

  removeHeader(name: string): void {
    this.#headers.delete(name.toLowerCase());
  }

  getHeaders(): Record<string, string | string[] | undefined> {
    return Object.fromEntries([...this.#headers.keys()].map((name) => [name, this.getHeader(name)]));
  }

  flushHeaders(): void {}
  setNoDelay(): void {}
  setSocketKeepAlive(): void {}

  setTimeout(milliseconds: number, listener?: () => void): this {
    if (listener) this.once('timeout', listener);
    const timer = setTimeout(() => this.emit('timeout'), milliseconds).unref();
    this.once('close', () => clearTimeout(timer));
    return this;
  }

  async #respond(): Promise<void> {
    const { url, method } = this.wanted;
    const lines = [...this.#headers].filter(([name]) => !ownHeaders.has(name));
    const headers = lines.flatMap(([name, values]) => values.map((value): [string, string] => [name, value]));
    const body = bodiless.has(method) || this.#chunks.length === 0 ? undefined : Buffer.concat(this.#chunks);
    const signal = this.#stop.signal;
    const response = await this.send(url, { method, headers, body: body ?? null, redirect: 'manual', signal });
    const incoming = new IncomingResponse(response);
    incoming.once('close', () => this.destroy());
    if (this.listenerCount('response') === 0) incoming.resume();
    this.emit('response', incoming);
  }
}
