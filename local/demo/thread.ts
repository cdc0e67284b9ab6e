import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { createClock, followClock } from '../shared/clock';
import { runDemo } from './run';
import type { RunningDemo } from './run';
import type { Reply, Order, DemoThreadData } from './settings';

const { settings, clockBuffer } = workerData as DemoThreadData;
const clock = createClock(clockBuffer);
const skew = { milliseconds: 0 };
followClock({ ...clock, now: () => clock.now() + skew.milliseconds });
if (parentPort) start(parentPort);

function start(port: MessagePort): void {
  const say = (reply: Reply): void => port.postMessage(reply);
  runDemo(settings, skew).then(
    (running) => {
      port.on('message', (order: Order) => void obey(running, order).then(say));
      say({ ready: running.values });
    },
    (error: unknown) => {
      say({ failed: error instanceof Error ? error.message : String(error) });
      port.close();
    },
  );
}

async function obey(running: RunningDemo, { number, name, args }: Order): Promise<Reply> {
  try {
    if (name === 'close') await running.close();
    const call = name === 'close' ? undefined : (running.control[name] as (...args: unknown[]) => unknown);
    return { number, result: call?.(...args) };
  } catch (error) {
    return { number, error: error instanceof Error ? error.message : String(error) };
  }
}
