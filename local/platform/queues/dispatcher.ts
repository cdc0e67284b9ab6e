import type { Clock } from '../../shared/clock';
import type { Manifest } from '../../shared/manifest';
import { consumerOf } from '../../shared/manifest';
import type { Functions } from '../functions';
import type { Limits } from '../limits';
import type { Site } from '../site';
import type { Sites } from '../sites';
import { asyncEvent, verdictOf } from './delivery';
import type { QueuedEvent } from './queue-store';

export interface DispatcherParts {
  manifest: Manifest;
  clock: Clock;
  limits: Limits;
  sites: Sites;
  functions: Functions;
  /** How many consumers may run at a time. */
  atATime: number;
  log(level: string, text: string, invocation?: string): void;
}

/** The clock may be moved by any thread, so the dispatcher looks at it now and then. */
const lookEvery = 1_000;

/** Delivers the queued events of all installations to their consumers, when the clock says that they are due. */
export class Dispatcher {
  readonly #running = new Set<Promise<void>>();
  readonly #timer = setInterval(() => this.look(), lookEvery).unref();
  #closed = false;

  constructor(private readonly parts: DispatcherParts) {}

  /** Starts what is due now, as far as there is room. */
  look(): void {
    if (!this.#closed) this.parts.sites.all().forEach((site) => this.#startDue(site));
  }

  /** Resolves when no event is due or running. Events that wait for a later time stay where they are. */
  async drain(): Promise<void> {
    for (this.look(); this.#running.size > 0; this.look()) await Promise.race(this.#running);
  }

  /** Delivers nothing more; what still runs is delivered again after the next start. */
  close(): void {
    this.#closed = true;
    clearInterval(this.#timer);
  }

  #startDue(site: Site): void {
    const { clock, limits, atATime, log } = this.parts;
    const dropped = site.events.dropRetries(clock.now() - limits.eventRetentionMilliseconds);
    if (dropped > 0)
      log('error', `${dropped} events were dropped: they failed until the end of their retention window.`);
    while (this.#running.size < atATime) {
      const event = site.events.startNext(clock.now());
      if (!event) return;
      const run = this.#deliver(site, event)
        .catch((error: unknown) => log('error', `The local host failed to deliver an event: ${String(error)}`))
        .finally(() => {
          this.#running.delete(run);
          this.look();
        });
      this.#running.add(run);
    }
  }

  async #deliver(site: Site, event: QueuedEvent): Promise<void> {
    const { manifest, clock, limits, functions, log } = this.parts;
    const module = consumerOf(manifest, event.queue);
    if (!module) {
      log('error', `An event is lost: the manifest no longer has a consumer for the queue "${event.queue}".`);
      return site.events.fail(event.id);
    }
    const argument = asyncEvent(event, clock.now(), limits);
    const call = { site, module, accountId: undefined, event: argument, origin: event.origin };
    const result = await functions.run(call);
    if (this.#closed) return;
    const { again, failure } = verdictOf(result, event, clock.now(), limits);
    if (failure) log('error', `The consumer "${module.key}" failed: ${failure}`, result.invocation);
    if (!again) return site.events.succeed(event.id);
    site.events.retry(event.id, again);
  }
}
