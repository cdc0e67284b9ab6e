import { Worker } from 'node:worker_threads';
import type {
  DoneMessage,
  FromThread,
  InvokeMessage,
  PlatformReply,
  PlatformRequest,
  ThreadData,
  ToThread,
} from './wire';

/** How an invocation ended: what the handler replied (as JSON, undefined for nothing), or why there is no reply. */
export type Outcome = { ok: true; json: string | undefined } | { ok: false; name: string; message: string };

export interface PoolEvents {
  /** Serves a platform call of a running invocation. */
  onCall(invocation: string, request: PlatformRequest): Promise<PlatformReply>;
  onConsole(invocation: string, level: string, text: string): void;
  onLateCall(invocation: string, what: string): void;
}

export interface PoolOptions {
  size: number;
  entry: string;
  data: ThreadData;
  variables: Record<string, string>;
  memoryMegabytes: number;
}

interface Task {
  message: InvokeMessage;
  settle(outcome: Outcome): void;
}
interface Running extends Task {
  timer: NodeJS.Timeout;
}
interface Slot {
  worker: Worker;
  running?: Running | undefined;
}

/**
 * Worker threads that run one invocation at a time each, as the platform does: module state is never shared by two
 * running invocations, and a thread that overstays its time is ended, busy loop or not.
 */
export class WorkerPool {
  readonly #slots: Slot[];
  readonly #queue: Task[] = [];
  #closed = false;

  constructor(
    private readonly options: PoolOptions,
    private readonly events: PoolEvents,
  ) {
    this.#slots = Array.from({ length: options.size }, () => this.#spawn({} as Slot));
  }

  /** How the invocation ended; waits for a free thread first, and its time counts from then. */
  run(message: InvokeMessage): Promise<Outcome> {
    return new Promise((settle) => {
      this.#queue.push({ message, settle });
      this.#next();
    });
  }

  /** Ends the invocation with its thread, as when the platform loses a process. */
  kill(invocation: string): void {
    const slot = this.#slots.find(({ running }) => running?.message.invocation === invocation);
    if (slot) void this.#replace(slot, ended('The function ended its process.'));
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const task of this.#queue.splice(0)) task.settle(ended('The local host was closed.'));
    await Promise.all(this.#slots.map((slot) => this.#end(slot, ended('The local host was closed.'))));
  }

  #spawn(slot: Slot): Slot {
    const { entry, data, variables, memoryMegabytes } = this.options;
    const worker = new Worker(entry, {
      workerData: data,
      env: { NODE_ENV: 'production', ...variables },
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    });
    slot.worker = worker;
    let failure = ended('The function ended its process.');
    worker.on('message', (message: FromThread) => void this.#receive(slot, message));
    worker.on('error', (error: NodeJS.ErrnoException) => (failure = failed(error)));
    worker.on('exit', () => {
      if (slot.worker === worker && !this.#closed) void this.#replace(slot, failure);
    });
    return slot;
  }

  #next(): void {
    const slot = this.#slots.find(({ running }) => !running);
    const task = slot && this.#queue.shift();
    if (!slot || !task) return;
    const { limitMilliseconds } = task.message;
    const late = `The function ran longer than its limit of ${limitMilliseconds / 1000} seconds.`;
    const timer = setTimeout(() => void this.#replace(slot, ended(late, 'TIMEOUT')), limitMilliseconds);
    slot.running = { ...task, timer };
    this.#send(slot, task.message);
  }

  async #receive(slot: Slot, message: FromThread): Promise<void> {
    if (message.kind === 'console') return this.events.onConsole(message.invocation, message.level, message.text);
    if (message.kind === 'late-call') return this.events.onLateCall(message.invocation, message.what);
    if (slot.running?.message.invocation !== message.invocation) return;
    if (message.kind === 'done') return this.#finish(slot, outcomeOf(message));
    const { worker } = slot;
    const reply = await this.events.onCall(message.invocation, message.request);
    if (slot.worker === worker) this.#send(slot, { kind: 'answer', call: message.call, reply });
  }

  #finish(slot: Slot, outcome: Outcome): void {
    const { running } = slot;
    slot.running = undefined;
    if (running) {
      clearTimeout(running.timer);
      running.settle(outcome);
    }
    this.#next();
  }

  /** Ends the slot's thread with what runs in it and puts a fresh one in its place. */
  async #replace(slot: Slot, outcome: Outcome): Promise<void> {
    const old = slot.worker;
    this.#spawn(slot);
    this.#finish(slot, outcome);
    await old.terminate();
  }

  async #end(slot: Slot, outcome: Outcome): Promise<void> {
    this.#finish(slot, outcome);
    await slot.worker.terminate();
  }

  #send(slot: Slot, message: ToThread): void {
    slot.worker.postMessage(message);
  }
}

function outcomeOf(message: DoneMessage): Outcome {
  return message.ok ? { ok: true, json: message.json } : { ok: false, name: message.name, message: message.message };
}

function failed(error: NodeJS.ErrnoException): Outcome {
  const name = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'OUT_OF_MEMORY' : undefined;
  return ended(`The function's process failed: ${error.message}`, name);
}

function ended(message: string, name = 'FUNCTION_ERR'): Outcome {
  return { ok: false, name, message };
}
