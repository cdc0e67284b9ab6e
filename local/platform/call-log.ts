import type { PlatformRequest } from '../runtime/wire';

/** One platform call or outbound request of a function, as tests and the operator see it: names only, no contents. */
export interface LoggedCall {
  invocation: string;
  /** `kvs`, `confluence`, `stargate`, `egress`, ... */
  kind: string;
  method: string;
  /** The path without its query; for `egress` the URL's origin and path. */
  path: string;
  /** For `kvs`: the keys named by the call. */
  keys: string[];
  /** For `egress`: host and port. */
  host?: string;
  status: number;
}

const kept = 50_000;

/** The calls made so far, the newest last; bounded. */
export class CallLog {
  readonly #calls: LoggedCall[] = [];
  readonly #outbound = new Map<string, number>();

  /** The calls, of one invocation or of all. */
  list(invocation?: string): LoggedCall[] {
    return this.#calls.filter((call) => invocation === undefined || call.invocation === invocation);
  }

  /** How many outbound requests the running invocation has requested. */
  outboundOf(invocation: string): number {
    return this.#outbound.get(invocation) ?? 0;
  }

  add(invocation: string, request: PlatformRequest, status: number): void {
    const call = logged(invocation, request, status);
    if (call.kind === 'egress') this.#outbound.set(invocation, this.outboundOf(invocation) + 1);
    this.#calls.push(call);
    if (this.#calls.length > kept) this.#calls.splice(0, kept / 10);
  }

  /** Forgets the running counts of an invocation that has ended. */
  ended(invocation: string): void {
    this.#outbound.delete(invocation);
  }
}

/** The call as it is logged. */
export function logged(invocation: string, request: PlatformRequest, status: number): LoggedCall {
  const { target, method, path } = request;
  const kind = target.remote ?? target.type;
  if (target.type !== 'egress')
    return { invocation, kind, method, path: path.split('?')[0]!, keys: keysOf(request), status };
  const { origin, pathname, host } = new URL(path);
  return { invocation, kind, method, path: origin + pathname, keys: [], host, status };
}

function keysOf({ target, body }: PlatformRequest): string[] {
  if (target.type !== 'kvs' || !body) return [];
  const keys: string[] = [];
  collectKeys(JSON.parse(Buffer.from(body).toString()), keys);
  return keys;
}

/** The `key` of the body itself or of its items; values are never entered. */
function collectKeys(body: unknown, keys: string[]): void {
  if (typeof body !== 'object' || body === null) return;
  if (Array.isArray(body)) return body.forEach((item) => collectKeys(item, keys));
  const { key, set, delete: removed, check } = body as Record<string, unknown>;
  if (typeof key === 'string') keys.push(key);
  for (const part of [set, removed, check]) if (Array.isArray(part)) collectKeys(part, keys);
}
