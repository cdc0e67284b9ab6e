import { decode, encode } from './encode';

type Call = (...args: unknown[]) => unknown;

/** What travels over the port: a command, a call of a handed-over function, or the response to either. */
type Message =
  | { id: number; cmd: string; payload: unknown }
  | { id: number; fn: number; args: unknown }
  | { re: number; val: unknown }
  | { re: number; err: string };

/** The part of a `MessagePort` that a wire needs. */
export interface WirePort {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
  close(): void;
}

export interface Wire {
  /** What the other side replies to the command; rejects with its message when it refuses. */
  call(cmd: string, payload?: unknown): Promise<unknown>;
  /** Closes the port. Calls under way stay without a reply: the document that would send it is gone. */
  close(): void;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * A two-way wire over one message port: either side sends commands, functions cross as handles and can be called back,
 * and errors cross as their message. `handle` is called for each command that arrives.
 */
export function createWire(port: WirePort, handle: (cmd: string, payload: unknown) => unknown): Wire {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const handed = new Map<number, Call>();
  const handles = new WeakMap<Call, number>();
  const proxies = new Map<number, Call>();
  let lastId = 0;
  let lastHandle = 0;

  const register = (fn: Call): number => {
    const known = handles.get(fn);
    if (known !== undefined) return known;
    lastHandle += 1;
    handles.set(fn, lastHandle);
    handed.set(lastHandle, fn);
    return lastHandle;
  };

  const send = (message: (id: number) => Message): Promise<unknown> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      try {
        port.postMessage(message(lastId));
      } catch (error) {
        waiting.delete(lastId);
        reject(error instanceof Error ? error : new Error(messageOf(error)));
      }
    });

  const proxy = (handle: number): Call => {
    const known = proxies.get(handle);
    if (known) return known;
    const call: Call = (...args) => send((id) => ({ id, fn: handle, args: encode(args, register) }));
    proxies.set(handle, call);
    return call;
  };

  const work = async (message: Extract<Message, { id: number }>): Promise<unknown> => {
    if ('cmd' in message) return handle(message.cmd, decode(message.payload, proxy));
    const fn = handed.get(message.fn);
    if (!fn) throw new Error('The function behind this handle is gone.');
    return fn(...(decode(message.args, proxy) as unknown[]));
  };

  const reply = async (message: Extract<Message, { id: number }>): Promise<void> => {
    try {
      const val = encode(await work(message), register);
      port.postMessage({ re: message.id, val });
    } catch (error) {
      port.postMessage({ re: message.id, err: messageOf(error) });
    }
  };

  port.onmessage = (event) => {
    const message = event.data as Message;
    if ('id' in message) {
      void reply(message);
      return;
    }
    const call = waiting.get(message.re);
    waiting.delete(message.re);
    if ('err' in message) call?.reject(new Error(message.err));
    else call?.resolve(decode(message.val, proxy));
  };

  return {
    call: (cmd, payload) => send((id) => ({ id, cmd, payload: encode(payload, register) })),
    close: () => {
      port.close();
      waiting.clear();
    },
  };
}
