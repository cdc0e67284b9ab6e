import { memoryServices, type MemoryServices, type MemoryStorage } from './memory';

/** How the process that runs the work dies: with its n-th storage operation undone, or done and never answered. */
export interface Crash {
  operation: number;
  isDone: boolean;
}

/** Runs the work in a process that dies at the given operation. True if the work came to its end before that. */
export async function runUntilCrash(
  services: MemoryServices,
  { operation, isDone }: Crash,
  work: (services: MemoryServices) => Promise<unknown>,
): Promise<boolean> {
  let count = 0;
  const { memory } = services;
  const dying: MemoryStorage = Object.assign(Object.create(memory) as MemoryStorage, {
    fate: () => {
      count += 1;
      if (count < operation) return 'work';
      return count === operation && isDone ? 'lose' : 'fail';
    },
  });
  const { now, fetch, delay, content } = services;
  try {
    await work({ ...memoryServices({ now, fetch, delay, content }, dying), advance: services.advance });
    return count < operation;
  } catch {
    return false;
  }
}

/** Every crash of the work, in order, until it survives: `each` sets up, `work` dies, `check` looks at what is left. */
export async function atEveryCrash<Setting extends { services: MemoryServices }>(
  setUp: () => Promise<Setting>,
  work: (setting: Setting, services: MemoryServices) => Promise<unknown>,
  check: (setting: Setting, crash: Crash) => Promise<void>,
): Promise<number> {
  for (let operation = 1; operation < 200; operation += 1) {
    for (const isDone of [false, true]) {
      const setting = await setUp();
      const crash = { operation, isDone };
      const isWhole = await runUntilCrash(setting.services, crash, (dying) => work(setting, dying));
      await check(setting, crash);
      if (isWhole) return operation;
    }
  }
  throw new Error('The work never came to its end.');
}
