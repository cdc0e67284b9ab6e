import type { Clock } from '../shared/clock';
import type { Limits } from './limits';

/** Counts invocations by the clock's minute, for an installation and for each of its users. */
export class InvocationRates {
  #minute = -1;
  readonly #counts = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly limits: Limits,
  ) {}

  /** Counts one more; the sentence that refuses it, or undefined when it is within the limits. */
  refusal(site: string, accountId: string): string | undefined {
    const minute = Math.floor(this.clock.now() / 60_000);
    if (minute !== this.#minute) this.#counts.clear();
    this.#minute = minute;
    const { invocationsPerMinute, invocationsPerMinuteAndUser } = this.limits;
    if (this.#add(site) > invocationsPerMinute) return `More than ${invocationsPerMinute} invocations a minute.`;
    const user = this.#add(`${site} ${accountId}`);
    return user > invocationsPerMinuteAndUser
      ? `More than ${invocationsPerMinuteAndUser} invocations a minute by one user.`
      : undefined;
  }

  #add(key: string): number {
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count;
  }
}
