/** One way to do the work that is timed. */
export interface Contender<Name extends string> {
  name: Name;
  run(): unknown;
}

/** Times of each contender in milliseconds, round by round. */
export type Times<Name extends string> = Readonly<Record<Name, readonly number[]>>;

export interface Rounds {
  /** Rounds that are timed; at least five. */
  timed: number;
  /** Rounds before them, in which code is compiled. */
  warmUp: number;
  /** How often a contender runs in its turn; more than once for what takes less than about ten milliseconds. */
  repeat?: number;
}

const collectGarbage = (globalThis as { gc?: () => void }).gc;

/**
 * The times of all contenders, who take turns in one loop so that a noisy moment hits them alike. Each starts on a clean
 * heap (`--expose-gc`): nobody pays for what another one has left.
 */
export async function alternate<Name extends string>(
  contenders: readonly Contender<Name>[],
  { timed, warmUp, repeat = 1 }: Rounds,
): Promise<Times<Name>> {
  const times = new Map<Name, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < warmUp + timed; round++) {
    for (const { name, run } of inTurn(contenders, round)) {
      const milliseconds = await timeOf(run, repeat);
      if (round >= warmUp) times.get(name)?.push(milliseconds);
    }
  }
  return Object.fromEntries(times) as Record<Name, number[]>;
}

function inTurn<Item>(items: readonly Item[], round: number): readonly Item[] {
  const first = round % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}

async function timeOf(run: () => unknown, repeat: number): Promise<number> {
  collectGarbage?.();
  const start = performance.now();
  for (let time = 0; time < repeat; time++) await run();
  return (performance.now() - start) / repeat;
}

/** The middle of the values; of two middles their mean. NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The median over all rounds of one contender's time over the other's in the same round. */
export function ratio(times: readonly number[], base: readonly number[]): number {
  return median(times.map((time, round) => time / base[round]!));
}
