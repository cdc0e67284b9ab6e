import { STATUS_CODES as statusTexts } from 'node:http';
import type { MessagePort } from 'node:worker_threads';
import { Request, Response } from 'undici';
import type { RequestInit } from 'undici';
import type { Invocation } from './invocation';
import { currentInvocation } from './invocation';
import type { ReplyMessage, CallTarget, FromThread, PlatformReply, PlatformRequest } from './wire';

const bodiless = new Set([101, 204, 205, 304]);

/** Sends platform calls of this thread's invocations to the host. */
export class PlatformCalls {
  #last = 0;
  readonly #waiting = new Map<number, (reply: PlatformReply) => void>();

  constructor(private readonly port: MessagePort) {}

  /**
   * The host's reply to a call of the running invocation.
   * @throws Error when no invocation is running, or when it has already replied: the platform freezes the process then.
   */
  send(request: PlatformRequest): Promise<PlatformReply> {
    const invocation = this.liveInvocation(`${request.target.type} ${request.path}`);
    this.#last += 1;
    const call = this.#last;
    this.#send({ kind: 'call', invocation: invocation.id, call, request });
    return new Promise((resolve) => this.#waiting.set(call, resolve));
  }

  liveInvocation(what: string): Invocation {
    const invocation = currentInvocation();
    if (!invocation) throw new Error(`Platform call outside of an invocation: ${what}`);
    if (!invocation.replied) return invocation;
    this.#send({ kind: 'late-call', invocation: invocation.id, what });
    throw new Error(`Platform call after the reply of the invocation: ${what}`);
  }

  receive({ call, reply }: ReplyMessage): void {
    this.#waiting.get(call)?.(reply);
    this.#waiting.delete(call);
  }

  #send(message: FromThread): void {
    this.port.postMessage(message);
  }
}

/** `__forge_fetch__`: resolves to a WHATWG `Response`, as the `@forge/*` packages expect. */
export function forgeFetch(calls: PlatformCalls) {
  return async (target: CallTarget, path: string, init: RequestInit = {}): Promise<Response> => {
    const { method, headers, body } = await readRequest(init);
    return toResponse(await calls.send({ target, path, method, headers, body }));
  };
}

async function readRequest(init: RequestInit): Promise<Pick<PlatformRequest, 'method' | 'headers' | 'body'>> {
  const request = new Request('http://platform.invalid/', { duplex: 'half', ...init });
  const body = request.body ? new Uint8Array(await request.arrayBuffer()) : undefined;
  return { method: request.method, headers: [...request.headers], body };
}

function toResponse({ status, headers = {}, body }: PlatformReply): Response {
  const statusText = statusTexts[status] ?? '';
  return new Response(bodiless.has(status) ? null : (body ?? ''), { status, statusText, headers });
}
