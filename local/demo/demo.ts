import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import type { Clock } from '../shared/clock';
import type { HostNote } from '../shared/api';
import { builtDemo } from './bundle-thread';
import { demoNotes } from './notes';
import { demoProvider } from './provider';
import { openControl, waitForValues } from './remote-control';
import type { DemoSettings, DemoValues, RemoteControl, DemoThreadData } from './settings';

export interface Demo extends DemoValues {
  /** What an admin needs to connect to the demo, for the panel beside the page; follows a rotated client secret. */
  readonly notes: HostNote[];
  /** Forge environment variables with which the app offers the demo as a provider that it knows. */
  readonly variables: Record<string, string>;
  readonly control: RemoteControl;
  close(): Promise<void>;
}

export interface DemoOptions extends DemoSettings {
  /** Shared with the demo's thread, so that tokens expire when a journey moves the time. */
  clock: Clock;
}

/**
 * A running demo: an authorization server and a directory API on loopback, in a thread of their own, whose `Date` is
 * the shared clock's. Rejects with a plain sentence when the port is taken.
 */
export async function startDemo({ clock, ...settings }: DemoOptions): Promise<Demo> {
  const threadData: DemoThreadData = { settings, clockBuffer: clock.buffer };
  const worker = new Worker(await builtDemo(), { workerData: threadData, stderr: true });
  forwardWarnings(worker);
  const values = await waitForValues(worker).catch(async (error: unknown) => {
    await worker.terminate();
    throw error;
  });
  const { control, close } = openControl(worker);
  const demo: Demo = {
    ...values,
    get notes() {
      return demoNotes(demo);
    },
    variables: { EXTERNAL_DATA_PROVIDERS: JSON.stringify([demoProvider(values)]) },
    control: {
      ...control,
      rotateClientSecret: async () => (demo.clientSecret = await control.rotateClientSecret()),
    },
    close,
  };
  return demo;
}

/** `oidc-provider` warns that it is not tested on Node 20; our tests run it there, so users need not read the warning. */
function forwardWarnings(worker: Worker): void {
  createInterface({ input: worker.stderr }).on('line', (line) => {
    if (!line.includes('Unsupported runtime')) process.stderr.write(`${line}\n`);
  });
}
