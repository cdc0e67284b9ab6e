import type { Clock } from '../../shared/clock';
import type { AppModule, Manifest } from '../../shared/manifest';
import type { Functions } from '../functions';
import type { Site } from '../site';
import type { ContentChange } from './content-event';
import { contentEvent } from './content-event';
import { eventName, installedEvent } from './event-names';

export interface TriggerParts {
  manifest: Manifest;
  clock: Clock;
  functions: Functions;
  log(level: string, text: string, invocation?: string): void;
}

/** Without it a site sends an app no event of its contents: events reference, "Confluence events". */
const contentScope = 'read:confluence-content.summary';

/** Sends events to the `trigger` modules of the app. Nobody waits for them; what goes wrong in one is logged. */
export class Triggers {
  readonly #running = new Set<Promise<void>>();

  constructor(private readonly parts: TriggerParts) {}

  /** Tells the app what was done to a content, where its manifest asks for it. */
  contentChanged(site: Site, change: ContentChange): void {
    const { manifest, clock } = this.parts;
    if (!manifest.permissions.scopes.includes(contentScope)) return;
    const space = (id: string) => site.product.space(id);
    this.#send(site, eventName(change.kind, change.content.kind), contentEvent(change, { now: clock.now(), space }));
  }

  /** Tells the app that it has just been installed. */
  installed(site: Site): void {
    const { appId, name } = this.parts.manifest;
    const app = { id: appId, version: '0.0.0', name };
    const installerAccountId = site.product.users[0]?.accountId;
    const environment = { id: site.environmentId };
    this.#send(site, installedEvent, { id: site.installationId, installerAccountId, app, environment });
  }

  /** Resolves when every function that was sent an event has ended. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.race(this.#running);
  }

  #send(site: Site, event: string, payload: Record<string, unknown>): void {
    const wanted = this.parts.manifest.modules.filter(
      ({ type, events }) => type === 'trigger' && events.includes(event),
    );
    for (const module of wanted) {
      const run = this.#run(site, module, payload).finally(() => this.#running.delete(run));
      this.#running.add(run);
    }
  }

  async #run(site: Site, module: AppModule, event: Record<string, unknown>): Promise<void> {
    const { functions, log } = this.parts;
    const result = await functions.run({ site, module, accountId: undefined, event });
    if (!result.ok) log('error', `The trigger "${module.key}" failed: ${result.message}`, result.invocation);
  }
}
