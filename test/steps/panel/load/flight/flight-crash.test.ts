import { runSlowFetch } from '../../../../../src/panel/load/flight/run-slow-fetch';
import { type Flight, isFlightHeld } from '../../../../../src/panel/load/flight/flight';
import { loadPanel } from '../../../../../src/panel/load/load-panel';
import { pruneSnapshots } from '../../../../../src/panel/load/snapshot/prune-snapshots';
import type { SnapshotHead } from '../../../../../src/panel/load/snapshot/head';
import type { SlowFetch } from '../../../../../src/ports';
import { atEveryCrash } from '../../../../support/crash';
import { addPanel, firstRows, flightWorld, load, minute, tableOf, view, whole } from '../../../../support/flights';
import type { MemoryServices } from '../../../../support/memory';
import { type PanelWorld, users, usersUrl } from '../../../../support/panels';
import { json } from '../../../../support/memory-upstream';

type Setting = PanelWorld & { read: { rows: number } };

const oldRows = 600;
const newRows = 700;

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
  const window = { offset: oldRows - 10, count: 10 };
  const stored = await view(setting, { window });
  expect([oldRows, newRows]).toContain(stored.view.totalRows);
  services.advance(leaseMs);
  for (let attempt = 0; attempt < 2; attempt += 1) await loadPanel({ panelId: panel.id, window }, {}, services);
  expect((await view(setting, { window })).view.totalRows).toBe(newRows);
  await isTidy(setting);
}

/** Upkeep leaves no chunk that no head names, and nobody holds a flight. */
async function isTidy({ services }: PanelWorld): Promise<void> {
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

const pageRows = 260;
const pages = 3;

type HandOver = PanelWorld & { before: number };

/** A list of pages each of which takes longer than a reader waits for a second one; with complete older rows or without. */
async function setUpPages(old: boolean): Promise<HandOver> {
  const link = (page: number) => (page === 0 ? usersUrl : `${usersUrl}?page=${page}`);
  const page = (number: number) => () => {
    world.services.advance(400);
    const next = number + 1 < pages ? { '@odata.nextLink': link(number + 1) } : {};
    return json({ value: users(pageRows, number * pageRows), ...next });
  };
  const responses = Object.fromEntries(Array.from({ length: pages }, (_, number) => [link(number), page(number)]));
  const world: PanelWorld = await flightWorld(responses);
  if (!old) return { ...world, before: 0 };
  await whole(world);
  world.services.advance(62 * minute);
  return { ...world, before: pages * pageRows };
}

/** The same with its first page read, and the ticket in a reader's hand or on its way to the queue. */
async function setUpTicket(old: boolean, waits: 'reader' | 'queue'): Promise<HandOver & { job: SlowFetch }> {
  const world = await setUpPages(old);
  const { services, panel } = world;
  const reply = await load(world);
  const [found] = await services.flights.list();
  if (reply.state !== 'view' || !reply.ticket || !found) throw new Error('a ticket was expected');
  const { value: flight } = found;
  await services.flights.replace(found.id, flight.rev, { ...flight, rev: flight.rev + 1, waits });
  services.memory.log.length = 0;
  const job = { panelId: panel.id, flightId: found.id, ticket: reply.ticket };
  return { ...world, before: Math.max(world.before, pageRows), job };
}

const namesOf = (first: number, count: number) => users(count, first).map(({ displayName }) => displayName);

/** What is seen is the beginning of the list and no shorter than before, the next reader after the lease has all of it. */
async function handsOver(world: HandOver): Promise<void> {
  const { services, before } = world;
  const seen = await load(world, { window: { offset: 0, count: 500 } });
  if (seen.state === 'view') {
    const { view: table } = tableOf(seen);
    expect(table.totalRows).toBeGreaterThanOrEqual(before);
    expect(table.rows.map(([name]) => name)).toEqual(namesOf(0, table.rows.length));
  } else expect([0, pages * pageRows]).toContain(before); // old rows are not shown before new ones were asked for
  services.advance(31_000);
  const window = { offset: pages * pageRows - 500, count: 500 };
  const { view: table } = await whole(world, { window, refetch: true });
  expect(table.totalRows).toBe(pages * pageRows);
  expect(table.rows.map(([name]) => name)).toEqual(namesOf(window.offset, window.count));
  await isTidy(world);
}

it.each<[string, boolean, 'reader' | 'queue']>([
  ['where there are no rows yet', false, 'reader'],
  ['beside complete older rows', true, 'queue'],
])('loses no row and shows none twice at every crash of a hand-over %s', async (_, old, waits) => {
  const begun = await atEveryCrash(
    () => setUpPages(old),
    ({ panel }, services) => loadPanel({ panelId: panel.id, window: firstRows }, {}, services),
    handsOver,
  );
  const goneOn = await atEveryCrash(
    () => setUpTicket(old, waits),
    ({ panel, job }, services) =>
      waits === 'queue'
        ? runSlowFetch(job, services)
        : loadPanel({ panelId: panel.id, window: firstRows, carry: job.ticket }, {}, services),
    handsOver,
  );
  expect(Math.min(begun, goneOn)).toBeGreaterThan(15);
});
