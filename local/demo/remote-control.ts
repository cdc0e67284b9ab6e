import type { Worker } from 'node:worker_threads';
import { controlNames } from './settings';
import type { Reply, DemoValues, Order, RemoteControl } from './settings';

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** The values of a demo that has come up. Rejects with the thread's own sentence when it could not. */
export function waitForValues(worker: Worker): Promise<DemoValues> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (reply: Reply) => {
      worker.off('error', reject);
      if ('ready' in reply) resolve(reply.ready);
      else reject(new Error('failed' in reply ? reply.failed : 'The demo did not start.'));
    });
  });
}

/** The control of a running demo as calls that resolve when the thread has obeyed, and a `close` that ends it. */
export function openControl(worker: Worker): { control: RemoteControl; close(): Promise<void> } {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const send = (name: Order['name'], args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ number: last, name, args } satisfies Order);
    });
  worker.on('message', (reply: Reply) => settle(waiting, reply));
  const calls = controlNames.map((name) => [name, (...args: unknown[]) => send(name, args)] as const);
  return { control: Object.fromEntries(calls) as unknown as RemoteControl, close: () => closeThread(worker, send) };
}

function settle(waiting: Map<number, Waiting>, reply: Reply): void {
  if (!('number' in reply)) return;
  const call = waiting.get(reply.number);
  waiting.delete(reply.number);
  if ('error' in reply) call?.reject(new Error(reply.error));
  else call?.resolve(reply.result);
}

async function closeThread(worker: Worker, send: (name: 'close', args: unknown[]) => Promise<unknown>): Promise<void> {
  await send('close', []);
  await worker.terminate();
}
