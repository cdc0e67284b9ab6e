import type { Fate, MemoryStorage, Operation } from './memory';

/** A repeatable source of numbers in [0, 1) (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One process of the model: a warm function instance with a life of 25 s, which can die between any two steps. */
export interface Actor {
  name: string;
  deadline: number;
  isDead: boolean;
}

interface Waiting {
  actor: Actor | undefined;
  at: number;
  resume: () => void;
}

export class Crash extends Error {}

/**
 * Runs asynchronous processes one step at a time in an order drawn from a seed, on a clock of its own. A process gives
 * way at every storage operation, request and pause; there it can be overtaken, killed, or have its reply lost.
 */
export class Simulation {
  time = Date.UTC(2030, 0, 1);
  private waiting: Waiting[] = [];
  private running = 0;

  constructor(readonly random: () => number) {}

  actor(name: string, lifeMs = 25_000): Actor {
    return { name, deadline: this.time + lifeMs, isDead: false };
  }

  /** Gives way; resolves when it is this process's turn, not before the delay is over. Never, for the dead. */
  step(actor: Actor | undefined, delayMs = Math.floor(this.random() * 150)): Promise<void> {
    return new Promise((resolve) => this.waiting.push({ actor, at: this.time + delayMs, resume: resolve }));
  }

  spawn(work: () => Promise<void>): void {
    this.running += 1;
    void work().then(
      () => (this.running -= 1),
      () => (this.running -= 1),
    );
  }

  /** Runs until nobody waits any more. */
  async run(dies: (actor: Actor) => boolean): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      const next = this.draw();
      if (!next) return;
      this.time = Math.max(this.time, next.at);
      const { actor } = next;
      if (actor && (this.time >= actor.deadline || dies(actor))) actor.isDead = true;
      if (!actor?.isDead) next.resume();
    }
  }

  /** One of those due within the next moments, by chance: operations under way have no order. */
  private draw(): Waiting | undefined {
    this.waiting = this.waiting.filter(({ actor }) => !actor?.isDead);
    const soonest = Math.min(...this.waiting.map(({ at }) => at));
    const due = this.waiting.filter(({ at }) => at <= soonest + 50);
    const drawn = due[Math.floor(this.random() * due.length)];
    this.waiting = this.waiting.filter((each) => each !== drawn);
    return drawn;
  }
}

/** What can become of an operation in the model; `late` is reported as failed and done some seconds afterwards. */
export type ModelFate = Fate | 'late';

/**
 * A view of the storage for one process. Its operations take their turn in the simulation before they are done and
 * again before they are answered, so the process can die in between.
 */
export function storageOf(
  actor: Actor,
  memory: MemoryStorage,
  simulation: Simulation,
  fate: (operation: Operation) => ModelFate,
): MemoryStorage {
  const view = Object.create(memory) as MemoryStorage;
  view.run = async <T>(operation: Operation, effect: () => T): Promise<T> => {
    await simulation.step(actor);
    const drawn = fate(operation);
    if (drawn === 'late') {
      simulation.spawn(async () => {
        await simulation.step(undefined, 1000 + Math.floor(simulation.random() * 4000));
        effect();
      });
    }
    if (drawn === 'late' || drawn === 'fail') throw new Crash('did not arrive');
    const result = effect();
    await simulation.step(actor, 0);
    if (drawn === 'lose') throw new Crash('was not answered');
    return result;
  };
  return view;
}
