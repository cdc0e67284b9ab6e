import { createHash } from 'node:crypto';
import type { OutboundFetch, OutboundInit } from '../../src/ports';
import { json, status } from './memory-upstream';

export interface DigestServerOptions {
  users?: Record<string, string>;
  realm?: string;
  /** The challenges of a 401, with `{nonce}` where it stands; the server checks answers to what they say. */
  challenges?: string[];
  /** How many answers one nonce is good for. */
  uses?: number;
  /** What a request that is let in gets. */
  page?: (url: URL) => unknown;
}

/** A server that lets in whoever answers its challenge as RFC 7616 has it, each request with a count of its own. */
export class DigestServer {
  readonly requests: { url: URL; authorization: Map<string, string> | undefined; status: number }[] = [];
  private nonces = 0;
  private readonly seen = new Map<string, Set<string>>();

  constructor(private readonly options: DigestServerOptions = {}) {}

  readonly fetch: OutboundFetch = (url, init) => {
    const authorization = fieldsOf(init.headers.authorization);
    const outcome = this.judge(url, init, authorization);
    const response = outcome === 'welcome' ? this.page(url) : this.challenge(outcome === 'stale');
    this.requests.push({ url, authorization, status: response.status });
    return Promise.resolve(response);
  };

  /** The requests that carried a response. */
  get responses(): Map<string, string>[] {
    return this.requests.flatMap(({ authorization }) => (authorization ? [authorization] : []));
  }

  private page(url: URL): Response {
    const page = this.options.page?.(url);
    return page instanceof Response ? page : json(page ?? { value: [] });
  }

  private challenge(isStale: boolean): Response {
    this.nonces += 1;
    const nonce = `nonce-${this.nonces}`;
    this.seen.set(nonce, new Set());
    const { challenges = ['Digest realm="Orders", nonce="{nonce}", qop="auth", algorithm=SHA-256'] } = this.options;
    const field = challenges.map((each) => each.replace('{nonce}', nonce) + (isStale ? ', stale=true' : '')).join(', ');
    return status(401, { 'www-authenticate': field }, 'Who are you?');
  }

  private judge(url: URL, { method }: OutboundInit, sent?: Map<string, string>): 'welcome' | 'stale' | 'refused' {
    const get = (name: string) => sent?.get(name) ?? '';
    const counts = this.seen.get(get('nonce'));
    const { uses = Infinity } = this.options;
    if (!counts) return 'refused';
    if (counts.size >= uses || counts.has(get('nc'))) return 'stale';
    const isRight =
      get('uri') === `${url.pathname}${url.search}` && this.expected(method, get).includes(get('response'));
    if (!isRight) return 'refused';
    counts.add(get('nc'));
    return 'welcome';
  }

  /** What the response must be, for each user that it may be about. */
  private expected(method: string, get: (name: string) => string): string[] {
    const algorithm = get('algorithm') || 'MD5';
    const hash = (...parts: string[]) =>
      createHash(algorithm.startsWith('SHA-256') ? 'sha256' : 'md5')
        .update(Buffer.from(parts.join(':'), 'latin1'))
        .digest('hex');
    const bytes = (text: string) => Buffer.from(text, 'utf8').toString('latin1');
    const { realm = 'Orders', users = { mufasa: 'Circle of Life' } } = this.options;
    const named = Object.entries(users).filter(([name]) => {
      if (get('userhash') === 'true') return get('username') === hash(bytes(name), realm);
      const extended = get('username*').replace(/^UTF-8''/, '');
      return extended === '' ? get('username') === bytes(name) : decodeURIComponent(extended) === name;
    });
    return named.map(([name, password]) => {
      const plain = hash(bytes(name), realm, bytes(password));
      const first = algorithm.endsWith('-sess') ? hash(plain, get('nonce'), get('cnonce')) : plain;
      return hash(first, get('nonce'), get('nc'), get('cnonce'), get('qop'), hash(method, get('uri')));
    });
  }
}

function fieldsOf(authorization = ''): Map<string, string> | undefined {
  const [, fields] = /^Digest (.+)$/.exec(authorization) ?? [];
  if (fields === undefined) return undefined;
  const found = fields.matchAll(/([\w*]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/g);
  return new Map(
    [...found].map(([, name = '', quoted, plain = '']) => [name, quoted?.replace(/\\(.)/g, '$1') ?? plain]),
  );
}
