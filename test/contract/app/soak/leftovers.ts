import type { PanelView } from '../../../../src/shared/contract';
import type { AppOnHost } from '../app-on-host';
import { secretsNamed, settledMs, strayChunks, upkeepLater } from '../fault-runs';
import { rowsOf } from '../walks';

/** What is there after all is quiet and the hourly job has run. */
export interface Leftovers {
  /** Chunks that no snapshot names. */
  strayChunks: string[];
  /** Token sets of the data source in secret storage; one is in use. */
  tokenSets: number;
  /** Grants and requests that somebody still holds. */
  held: string[];
  /** Authorizations that were begun and never came to an end. */
  pendingSecrets: string[];
  /** Replies of panels that do not show all their rows as they were read just now; there must be none. */
  dead: unknown[];
}

/** A lease that a dead process held stays in its record for so long, where nobody asks for the same again. */
const unusedMs = 25 * 3_600_000;

/** Lets leases run out, reads every panel once more, runs the hourly job a day later and again, and looks. */
export async function leftovers(app: AppOnHost, sourceId: string, panels: readonly PanelView[]): Promise<Leftovers> {
  const { host } = app;
  await later(app, settledMs + 3_600_000);
  const requestedAt = app.clock.now();
  for (const { id } of panels) await rowsOf(app, id);
  await host.drainQueues(); // a source that was slow is read in the background
  const dead = await Promise.all(panels.map(({ id }) => deadReply(app, id, requestedAt)));
  await later(app, unusedMs);
  await upkeepLater(app);
  await upkeepLater(app);
  return {
    strayChunks: strayChunks(app),
    tokenSets: secretsNamed(host, `tok:${sourceId}:`).length,
    held: host
      .records()
      .filter(isHeld)
      .map(({ key }) => key),
    pendingSecrets: secretsNamed(host, 'pending:').map(({ key }) => key),
    dead: dead.filter((reply) => reply !== undefined),
  };
}

/** Moves the clock on, and lets events that failed before come to their end. */
export async function later({ clock, host }: AppOnHost, milliseconds: number): Promise<void> {
  clock.advance(milliseconds);
  await host.drainQueues();
}

async function deadReply(app: AppOnHost, panelId: string, requestedAt: number): Promise<unknown> {
  const reply = await rowsOf(app, panelId);
  if (!reply.ok || reply.value.state !== 'view') return reply;
  const { age, view, askAgainMs } = reply.value;
  const totalRows = 'totalRows' in view ? view.totalRows : undefined;
  const isAlive = age.staleReason === undefined && age.fetchedAt >= requestedAt && totalRows === 600;
  return isAlive ? undefined : { age, askAgainMs, totalRows, requestedAt };
}

function isHeld({ value }: { value: unknown }): boolean {
  const { record } = (value ?? {}) as { record?: { holder?: string } };
  return typeof record?.holder === 'string' && record.holder !== '';
}
