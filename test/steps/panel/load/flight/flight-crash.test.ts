import { runSlowFetch } from '../../../../../src/panel/load/flight/run-slow-fetch';
import { type Flight, isFlightHeld } from '../../../../../src/panel/load/flight/flight';
import { loadPanel } from '../../../../../src/panel/load/load-panel';
import { pruneSnapshots } from '../../../../../src/panel/load/snapshot/prune-snapshots';
import type { SnapshotHead } from '../../../../../src/panel/load/snapshot/head';
import type { SlowFetch } from '../../../../../src/ports';
import { atEveryCrash } from '../../../../support/crash';
import { addPanel, firstRows, flightWorld, minute, view } from '../../../../support/flights';
import type { MemoryServices } from '../../../../support/memory';
import { type PanelWorld, users, usersUrl } from '../../../../support/panels';
import { json } from '../../../../support/memory-upstream';

type Setting = PanelWorld & { read: { rows: number } };

const oldRows = 1500;
const newRows = 1600;

/** A site with two panels on one request, whose old rows are too old to be shown before new ones were requested. */
async function setUp(): Promise<Setting> {
  const read = { rows: oldRows };
  const world = await flightWorld({ [usersUrl]: () => json({ value: users(read.rows) }) });
  await addPanel(world);
  await view(world);
  read.rows = newRows;
  world.services.advance(62 * minute);
  return { ...world, read };
}

const reading = ({ panel }: Setting, services: MemoryServices) =>
  loadPanel({ panelId: panel.id, window: firstRows }, {}, services);

const chunkCount = ({ writes }: SnapshotHead) => writes.reduce((sum, { chunks }) => sum + chunks.length, 0);

/** Nothing but old rows or new ones is to be seen, the next call after the lease has them new, and nothing is left over. */
async function isSound(setting: Setting, leaseMs: number): Promise<void> {
  const { services, panel } = setting;
  const window = { offset: 1400, count: 10 };
  const stored = await view(setting, { window });
  expect([oldRows, newRows]).toContain(stored.view.totalRows);
  services.advance(leaseMs);
  for (let attempt = 0; attempt < 2; attempt += 1) await loadPanel({ panelId: panel.id, window }, {}, services);
  expect((await view(setting, { window })).view.totalRows).toBe(newRows);
  services.advance(2 * 60 * minute);
  await pruneSnapshots(services);
  const chunks = [...services.memory.open.keys()].filter((key) => key.startsWith('snapshot-chunk:'));
  const heads = await services.storage.list<SnapshotHead>('snapshot:');
  expect(chunks.length).toBe(heads.reduce((sum, { value }) => sum + chunkCount(value), 0));
  for (const { value } of await services.flights.list()) expect(isFlightHeld(value, services.now())).toBe(false);
}

it('leaves old rows or new ones at every crash of a read, and the next call repairs', async () => {
  const operations = await atEveryCrash(
    setUp,
    (setting, services) => reading(setting, services),
    async (setting) => {
      const { state } = await reading(setting, setting.services);
      expect(['view', 'pending']).toContain(state);
      setting.services.advance(31_000);
      await isSound(setting, 31_000);
    },
  );
  expect(operations).toBeGreaterThan(15);
});

async function setUpSlow(): Promise<Setting & { job: SlowFetch }> {
  const setting = await setUp();
  const { services, panel } = setting;
  const [found] = await services.flights.list();
  if (!found) throw new Error('a flight was expected');
  const ticket = 'f'.repeat(32);
  const waiting: Flight = {
    ...found.value,
    rev: found.value.rev + 1,
    holder: ticket,
    until: services.now() + 3 * minute,
    waits: 'queue',
  };
  await services.flights.replace(found.id, found.value.rev, waiting);
  services.memory.log.length = 0;
  return { ...setting, job: { panelId: panel.id, flightId: found.id, ticket } };
}

it('leaves old rows or new ones at every crash of a read in the background, and the next call repairs', async () => {
  const operations = await atEveryCrash(
    setUpSlow,
    ({ job }, services) => runSlowFetch(job, services),
    async (setting) => {
      setting.services.advance(3 * minute + 1000);
      await isSound(setting, 31_000);
    },
  );
  expect(operations).toBeGreaterThan(15);
});
