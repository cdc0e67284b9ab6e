import type { LoadReply } from '../../../../../src/shared/contract';
import { loadPanel } from '../../../../../src/panel/load/load-panel';
import { runSlowFetch } from '../../../../../src/panel/load/flight/run-slow-fetch';
import { isFlightHeld } from '../../../../../src/panel/load/flight/flight';
import type { SnapshotHead } from '../../../../../src/panel/load/snapshot/head';
import { pruneSnapshots } from '../../../../../src/panel/load/snapshot/prune-snapshots';
import type { SlowFetch } from '../../../../../src/ports';
import { flightWorld, minute, tableOf, whole } from '../../../../support/flights';
import { json, status } from '../../../../support/memory-upstream';
import { memoryServices, type Operation } from '../../../../support/memory';
import { type PanelWorld, users, usersUrl } from '../../../../support/panels';
import { type Actor, type ModelFate, seeded, Simulation, storageOf } from '../../../../support/simulation';

/**
 * The real calls of readers and of the queue against a list of several pages, with everything going wrong that can: a
 * process dies between any two steps, storage replies are lost, late or failures, pages fail, events come late, twice or
 * never, tickets are dropped. Whatever happens, what is seen is the beginning of the list as it is read in one go.
 */
interface Chaos {
  death: number;
  storage: number;
  pages: number;
  events: number;
}

const calm: Chaos = { death: 0, storage: 0, pages: 0, events: 0 };
const pageRows = 220;
const window = { offset: 0, count: 500 };

interface Model {
  world: PanelWorld;
  simulation: Simulation;
  chaos: Chaos;
  pageCount: number;
  /** How many rows each call of a reader was shown, by reader. */
  seen: Map<string, { rows: number; isComplete: boolean }[]>;
  /** Made before everything settled. */
  requests: number;
}

/** How the list begins on each reading: `version` tells one that was read before from another. */
let version = 0;

async function modelOf(seed: number, chaos: Chaos): Promise<Model> {
  const simulation = new Simulation(seeded(seed));
  const pageCount = 2 + Math.floor(simulation.random() * 4);
  const link = (page: number) => (page === 0 ? usersUrl : `${usersUrl}?page=${page}`);
  const page = (number: number) => () => {
    const next = number + 1 < pageCount ? { '@odata.nextLink': link(number + 1) } : {};
    return json({ value: users(pageRows, version * 10_000 + number * pageRows), ...next });
  };
  const pages = Object.fromEntries(Array.from({ length: pageCount }, (_, number) => [link(number), page(number)]));
  const limits = { pages: 90, rows: 200_000, megabytes: 32, seconds: 20, requestsPerMinute: 10_000 };
  const world = await flightWorld(pages, { settings: { limits } });
  return { world, simulation, chaos, pageCount, seen: new Map(), requests: 0 };
}

/** The services of one invocation in the model: every step of it may be its last. */
function servicesOf(model: Model, actor: Actor): ReturnType<typeof memoryServices> {
  const { world, simulation, chaos } = model;
  const fate = ({ name }: Operation): ModelFate => {
    if (simulation.random() >= chaos.storage) return 'work';
    const isWrite = !['get', 'secret-get', 'list'].includes(name);
    const fates: ModelFate[] = isWrite ? ['fail', 'lose', 'late'] : ['fail'];
    return fates[Math.floor(simulation.random() * fates.length)]!;
  };
  const memory = storageOf(actor, world.services.memory, simulation, fate);
  return memoryServices(
    {
      now: () => simulation.time,
      delay: (ms) => simulation.step(actor, ms),
      remainingTime: () => actor.deadline - simulation.time,
      fetch: async (...request) => {
        await simulation.step(actor, 150 + Math.floor(simulation.random() * 4000));
        return simulation.random() < chaos.pages
          ? status(503, { 'retry-after': '1' })
          : world.upstream.fetch(...request);
      },
      pushSlowFetch: async (job, delayMs) => {
        await simulation.step(actor);
        if (simulation.random() < chaos.events) return simulation.random() < 0.5;
        deliver(model, job, delayMs);
        if (simulation.random() < chaos.events) deliver(model, job, delayMs + 3000);
        return true;
      },
    },
    memory,
  );
}

function deliver(model: Model, job: SlowFetch, delayMs: number): void {
  const { simulation } = model;
  simulation.spawn(async () => {
    await simulation.step(undefined, delayMs + 500 + Math.floor(simulation.random() * 8000));
    const actor = simulation.actor('queue', 900_000);
    await runSlowFetch(job, servicesOf(model, actor));
  });
}

/** One reader's page: call after call, as the macro makes them; tickets are dropped by chance. */
function reader(model: Model, name: string): void {
  const { simulation, world, seen, chaos } = model;
  const shown: { rows: number; isComplete: boolean }[] = [];
  seen.set(name, shown);
  const call = async (carry?: string): Promise<LoadReply | undefined> => {
    let reply: LoadReply | undefined;
    simulation.spawn(async () => {
      const services = servicesOf(model, simulation.actor(name));
      reply = await loadPanel({ panelId: world.panel.id, window, carry }, {}, services);
    });
    for (let waited = 0; !reply && waited < 26_000; waited += 200) await simulation.step(undefined, 200);
    return reply;
  };
  simulation.spawn(async () => {
    await simulation.step(undefined, Math.floor(simulation.random() * 9000));
    let ticket: string | undefined;
    for (let turn = 0; turn < 14; turn += 1) {
      const reply = await call(ticket);
      ticket = undefined;
      if (reply?.state === 'view') {
        const { view, part, ticket: given } = tableOf(reply);
        expectPrefix(view.rows);
        shown.push({ rows: view.totalRows, isComplete: part === undefined });
        if (simulation.random() >= chaos.death * 4) ticket = given;
      }
      if (ticket === undefined) await simulation.step(undefined, 1000);
    }
  });
}

function expectPrefix(rows: readonly unknown[][]): void {
  const first = version * 10_000;
  const [begin] = rows[0] ?? [];
  const from = begin === `User ${String(first).padStart(6, '0')}` ? first : first - 10_000;
  rows.forEach(([name], row) => {
    if (name !== `User ${String(from + row).padStart(6, '0')}`) throw new Error(`row ${row} is ${String(name)}`);
  });
}

async function play(seed: number, chaos: Chaos, old: boolean): Promise<Model> {
  const model = await modelOf(seed, chaos);
  const { simulation, world, pageCount } = model;
  version = 0;
  if (old) {
    await whole(world, { window });
    version = 1;
    world.services.advance(61 * minute);
  }
  simulation.time = world.services.now();
  world.upstream.requests.length = 0;
  for (let count = 0; count < 3; count += 1) reader(model, `reader ${count}`);
  await simulation.run(() => simulation.random() < chaos.death);
  model.requests = world.upstream.requests.length;
  await settled(model, pageCount * pageRows);
  return model;
}

/** Once nothing goes wrong any more, one reader comes to all rows, and nothing is left over. */
async function settled({ world, simulation }: Model, rows: number): Promise<void> {
  const { services } = world;
  services.advance(simulation.time - services.now() + 16 * minute);
  const { view } = await whole(world, { window, refetch: true });
  expect(view.totalRows).toBe(rows);
  expectPrefix(view.rows);
  services.advance(3 * 60 * minute);
  await pruneSnapshots(services);
  const heads = await services.storage.list<SnapshotHead>('snapshot:');
  const named = heads.reduce(
    (sum, { value }) => sum + value.writes.reduce((all, { chunks }) => all + chunks.length, 0),
    0,
  );
  expect([...services.memory.open.keys()].filter((key) => key.startsWith('snapshot-chunk:'))).toHaveLength(named);
  for (const { value } of await services.flights.list()) expect(isFlightHeld(value, services.now())).toBe(false);
}

const seeds = (count: number) => Array.from({ length: count }, (_, seed) => seed + 1);
const neverFewer = ({ seen }: Model) => {
  for (const shown of seen.values()) {
    const counts = shown.map(({ rows }) => rows);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
  }
};

it('reads every page once where nothing fails, however readers, calls and events cross', async () => {
  for (const seed of seeds(25)) {
    const model = await play(seed, calm, false);
    neverFewer(model);
    expect(model.requests).toBe(model.pageCount);
  }
});

it('shows nobody a part of new rows in place of complete old ones', async () => {
  for (const seed of seeds(15)) {
    const model = await play(seed, calm, true);
    for (const shown of model.seen.values()) {
      expect(shown.map(({ rows }) => rows)).toEqual(shown.map(() => model.pageCount * pageRows));
    }
  }
});

it.each<[string, Chaos]>([
  ['processes die', { ...calm, death: 0.01 }],
  ['storage replies are lost, late or failures', { ...calm, storage: 0.03 }],
  ['pages fail', { ...calm, pages: 0.25 }],
  ['events are lost, late or come twice', { ...calm, events: 0.5, death: 0.004 }],
  ['everything goes wrong', { death: 0.008, storage: 0.02, pages: 0.1, events: 0.4 }],
])('comes to the rows as they are read in one go though %s', async (_, chaos) => {
  for (const seed of seeds(25)) {
    await play(seed * 7, chaos, seed % 3 === 0);
  }
});
