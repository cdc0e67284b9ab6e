import type { PanelView } from '../../../../src/contract';
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
  /** Whether each panel shows rows that were read just now. */
  lives: boolean;
}

/** A lease that a dead process held stays in its record for so long, where nobody asks for the same again. */
const unusedMs = 25 * 3_600_000;

/** Lets leases run out, reads every panel once more, runs the hourly job a day later and again, and looks. */
export async function leftovers(app: AppOnHost, sourceId: string, panels: readonly PanelView[]): Promise<Leftovers> {
  app.clock.advance(settledMs + 3_600_000);
  const lives = await Promise.all(panels.map(({ id }) => isAlive(app, id)));
  app.clock.advance(unusedMs);
  await upkeepLater(app);
  await upkeepLater(app);
  const { host } = app;
  return {
    strayChunks: strayChunks(app),
    tokenSets: secretsNamed(host, `tok:${sourceId}:`).length,
    held: host
      .records()
      .filter(isHeld)
      .map(({ key }) => key),
    pendingSecrets: secretsNamed(host, 'pending:').map(({ key }) => key),
    lives: lives.every(Boolean),
  };
}

async function isAlive(app: AppOnHost, panelId: string): Promise<boolean> {
  const startedAt = app.clock.now();
  const reply = await rowsOf(app, panelId);
  if (!reply.ok || reply.value.state !== 'view') return false;
  const { age, view } = reply.value;
  return age.staleReason === undefined && age.fetchedAt >= startedAt && 'totalRows' in view && view.totalRows === 600;
}

function isHeld({ value }: { value: unknown }): boolean {
  const { record } = (value ?? {}) as { record?: { holder?: string } };
  return typeof record?.holder === 'string' && record.holder !== '';
}
