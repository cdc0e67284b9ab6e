import { parentPort, workerData } from 'node:worker_threads';
import { FormData, Headers, Request, Response } from 'undici';
import { createClock, followClock } from '../shared/clock';
import { captureConsole } from './captured-console';
import { defineRuntimeGlobal } from './globals';
import type { Invocation } from './invocation';
import { within } from './invocation';
import { loadFunctions } from './load-functions';
import { outboundFetch } from './outbound';
import { PlatformCalls, forgeFetch } from './platform-calls';
import type { DoneMessage, FromThread, InvokeMessage, ThreadData, ToThread } from './wire';

type Handler = (...args: unknown[]) => unknown;

/**
 * The entry of a worker thread: it installs what the unmodified `@forge/*` packages stand on *before* the functions are
 * loaded (they capture `fetch` while being imported), then runs one invocation at a time.
 */
function start(): void {
  const port = parentPort!;
  const send = (message: FromThread): void => port.postMessage(message);
  const calls = new PlatformCalls(port);
  followClock(createClock((workerData as ThreadData).clock));
  captureConsole((invocation, level, text) => send({ kind: 'console', invocation, level, text }));
  defineRuntimeGlobal();
  // One implementation for all: a response of ours must be an instance of the `Response` that the functions see.
  Object.assign(globalThis, { FormData, Headers, Request, Response });
  Object.defineProperty(globalThis, '__forge_fetch__', { value: forgeFetch(calls) });
  Object.defineProperty(globalThis, 'fetch', { value: outboundFetch(calls) });
  process.on('unhandledRejection', (reason) => console.error('Unhandled rejection:', reason));
  port.on('message', (message: ToThread) => {
    if (message.kind === 'answer') calls.receive(message);
    else void run(message).then(send);
  });
}

async function run(message: InvokeMessage): Promise<DoneMessage> {
  const invocation = begin(message);
  const { id } = invocation;
  try {
    const result = await within(invocation, async () => load(message)(...(JSON.parse(message.argumentsJson) as [])));
    return { kind: 'done', invocation: id, ok: true, json: JSON.stringify(result) };
  } catch (error) {
    const { name, message: text } = error instanceof Error ? error : new Error(String(error));
    within(invocation, () => console.error(error));
    return { kind: 'done', invocation: id, ok: false, name, message: text };
  } finally {
    invocation.replied = true;
  }
}

function begin({ invocation: id, runtime, limitMilliseconds }: InvokeMessage): Invocation {
  const deadline = performance.now() + limitMilliseconds;
  const minutes = Math.ceil(limitMilliseconds / 60_000);
  return { id, runtime, deadline, replied: false, logged: { lines: 0, bytes: 0 }, minutes };
}

function load({ handler }: InvokeMessage): Handler {
  const exported = loadFunctions(handler.file)[handler.exportName];
  if (typeof exported !== 'function') throw new Error(`The functions export no handler "${handler.exportName}".`);
  return exported as Handler;
}

start();
