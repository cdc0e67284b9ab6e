import type { Worker } from 'node:worker_threads';
import { controlNames } from './settings';
import type { Answer, DemoValues, Order, RemoteControl } from './settings';

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** The values of a demo that has come up. Rejects with the thread's own sentence when it could not. */
export function waitForValues(worker: Worker): Promise<DemoValues> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (answer: Answer) => {
      worker.off('error', reject);
      if ('ready' in answer) resolve(answer.ready);
      else reject(new Error('failed' in answer ? answer.failed : 'The demo did not start.'));
    });
  });
}

/** The control of a running demo as calls that answer when the thread has obeyed, and a `close` that ends it. */
export function openControl(worker: Worker): { control: RemoteControl; close(): Promise<void> } {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const send = (name: Order['name'], args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ number: last, name, args } satisfies Order);
    });
  worker.on('message', (answer: Answer) => settle(waiting, answer));
  const calls = controlNames.map((name) => [name, (...args: unknown[]) => send(name, args)] as const);
  return { control: Object.fromEntries(calls) as unknown as RemoteControl, close: () => closeThread(worker, send) };
}

function settle(waiting: Map<number, Waiting>, answer: Answer): void {
  if (!('number' in answer)) return;
  const call = waiting.get(answer.number);
  waiting.delete(answer.number);
  if ('error' in answer) call?.reject(new Error(answer.error));
  else call?.resolve(answer.result);
}

async function closeThread(worker: Worker, send: (name: 'close', args: unknown[]) => Promise<unknown>): Promise<void> {
  await send('close', []);
  await worker.terminate();
}
