import type { Clock } from '../../shared/clock';
import type { Limits } from '../limits';
import { KvsRefusal } from './refusal';

/** Counts of the clock's running second or minute. */
class Window {
  #index = -1;
  #count = 0;

  constructor(
    private readonly clock: Clock,
    private readonly milliseconds: number,
  ) {}

  /** The count with the amount added. */
  add(amount: number): number {
    const index = Math.floor(this.clock.now() / this.milliseconds);
    this.#count = index === this.#index ? this.#count + amount : amount;
    this.#index = index;
    return this.#count;
  }
}

/** Keeps an installation within its requests a second and its read and write units a minute. */
export class Meter {
  /** Units used so far, of all minutes. */
  readonly units = { read: 0, written: 0 };
  readonly #requests: Window;
  readonly #read: Window;
  readonly #written: Window;

  constructor(
    clock: Clock,
    private readonly limits: Limits,
  ) {
    this.#requests = new Window(clock, 1_000);
    this.#read = new Window(clock, 60_000);
    this.#written = new Window(clock, 60_000);
  }

  /** @throws KvsRefusal 429 `RATE_LIMIT_EXCEEDED`, here and below. */
  countRequest(): void {
    check(this.#requests.add(1), this.limits.kvsRequestsPerSecond, 'requests a second');
  }

  countRead(bytes: number): void {
    const units = this.#units(bytes);
    this.units.read += units;
    check(this.#read.add(units), this.limits.readUnitsPerMinute, 'read units a minute');
  }

  countWrite(bytes: number): void {
    const units = this.#units(bytes);
    this.units.written += units;
    check(this.#written.add(units), this.limits.writeUnitsPerMinute, 'write units a minute');
  }

  #units(bytes: number): number {
    return Math.max(1, Math.ceil(bytes / this.limits.unitBytes));
  }
}

function check(count: number, limit: number, what: string): void {
  if (count > limit) throw new KvsRefusal(429, 'RATE_LIMIT_EXCEEDED', `More than ${limit} ${what}.`);
}
